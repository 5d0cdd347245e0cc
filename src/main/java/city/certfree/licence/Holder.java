package city.certfree.licence;

import city.certfree.kernel.HolderCode;

/**
 * A holder of a licence (持证主体).
 *
 * @param name 1 to 200 printable characters
 */
public record Holder(HolderCode code, String name) {
    /** Names nobody. */
    @Override
    public String toString() {
        return "Holder[" + code.type().code() + "]";
    }
}
