package city.certfree.kernel;

/**
 * The code of a department that issues licences or handles items.
 *
 * @param value 4 digits
 */
public record DepartmentCode(String value) implements Comparable<DepartmentCode> {
    private static final int LENGTH = 4;

    public DepartmentCode {
        if (!Alphabet.DIGITS.spells(value, LENGTH, LENGTH)) {
            throw InvalidValue.because("a department code has 4 digits");
        }
    }

    @Override
    public int compareTo(DepartmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
