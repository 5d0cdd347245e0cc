package city.certfree.supervision.complaint;

import city.certfree.kernel.FreeText;

/**
 * What a citizen says to a complaint.
 *
 * @param value 1 to 200 printable characters, no identity number
 */
public record ComplaintText(String value) {
    public ComplaintText {
        value = FreeText.of(value, "the text of a complaint", 200, "invalid-value");
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ComplaintText";
    }
}
