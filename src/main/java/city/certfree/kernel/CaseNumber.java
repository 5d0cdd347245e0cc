package city.certfree.kernel;

/**
 * The office's own number of the case it handles (办件编号, 业务流水号).
 *
 * @param value 1 to 64 printable characters, no identity number
 */
public record CaseNumber(String value) {
    public CaseNumber {
        value = FreeText.of(value, "the case number", 64, "case-number-missing");
    }

    /** Keeps the number out of logs. */
    @Override
    public String toString() {
        return "CaseNumber";
    }
}
