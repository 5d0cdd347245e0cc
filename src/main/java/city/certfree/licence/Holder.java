package city.certfree.licence;

import city.certfree.kernel.FreeText;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.InvalidValue;

/**
 * A holder of a licence (持证主体).
 *
 * @param name 1 to 200 printable characters
 */
public record Holder(HolderCode code, String name) {
    private static final int MAX_CHARACTERS = 200;

    public Holder {
        if (name.isBlank() || name.codePointCount(0, name.length()) > MAX_CHARACTERS || !FreeText.isPrintable(name)) {
            throw InvalidValue.because("a holder's name has 1 to 200 printable characters");
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Holder[" + code.type().code() + "]";
    }
}
