package city.certfree.supervision.complaint;

import city.certfree.kernel.FreeText;

/**
 * The paper that was asked for, in the registry's words or the citizen's: a counter may ask for what no list has ever named.
 *
 * @param value 1 to 100 printable characters, no identity number
 */
public record MaterialName(String value) {
    public MaterialName {
        value = FreeText.of(value, "the name of a material", 100, "invalid-value");
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "MaterialName";
    }
}
