package city.certfree.kernel;

/**
 * Why a licence is used (用证事由), in the words of the office.
 *
 * @param value 1 to 200 printable characters, no identity number
 */
public record Purpose(String value) {
    public Purpose {
        value = FreeText.of(value, "the purpose", 200, "purpose-missing");
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Purpose";
    }
}
