package city.certfree.channel;

import city.certfree.licence.Holder;
import city.certfree.licence.Masked;

/**
 * A holder as an answer shows it.
 *
 * @param codeType GB/T 36903, Annex A
 */
public record HolderView(String codeType, String code, String name) {
    /** In clear. */
    public static HolderView of(Holder holder) {
        return new HolderView(holder.code().type().code(), holder.code().value(), holder.name());
    }

    /** Number and name masked. */
    public static HolderView masked(Holder holder) {
        return new HolderView(
                holder.code().type().code(), Masked.number(holder.code().value()), Masked.name(holder.name()));
    }

    @Override
    public String toString() {
        return "HolderView";
    }
}
