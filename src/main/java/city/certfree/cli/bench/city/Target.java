package city.certfree.cli.bench.city;

import city.certfree.kernel.Channel;
import city.certfree.licence.Holder;
import city.certfree.licence.intake.NewLicence;
import java.util.Locale;
import java.util.Objects;

/**
 * A licence of the made-up city that may be asked about, and how.
 *
 * @param client the system that asks
 * @param item an item that takes the licence's type through the channel
 * @param type of the licence
 * @param codeType of the holder's code (GB/T 36903, Annex A)
 * @param code the holder's
 * @param name the holder's
 * @param number on the licence's face
 * @param identifier of the licence
 */
public record Target(
        String client,
        String item,
        String type,
        String codeType,
        String code,
        String name,
        String number,
        String identifier) {
    private static final String TAB = "\t";
    private static final int FIELDS = 8;

    static Target of(NewLicence licence, String client, String item) {
        Holder holder = licence.holders().getFirst();
        return new Target(
                client,
                item,
                licence.type().value(),
                holder.code().type().code(),
                holder.code().value(),
                holder.name(),
                licence.certificateNumber(),
                Objects.requireNonNull(licence.identifier()).value());
    }

    /** On one line, for {@link #parse}. */
    String toLine() {
        return String.join(TAB, client, item, type, codeType, code, name, number, identifier);
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if {@link #toLine} would not have written it
     */
    static Target parse(String line) {
        var f = line.split(TAB, -1);
        if (f.length != FIELDS) {
            throw new IllegalArgumentException("no target of a benchmark: a line of " + f.length + " fields");
        }
        return new Target(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Target[" + type + "]";
    }

    /** The file of the targets of a channel. */
    static String file(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT) + ".tsv";
    }
}
