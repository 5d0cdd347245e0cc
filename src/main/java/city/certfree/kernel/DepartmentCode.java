package city.certfree.kernel;

/**
 * The code of a department that issues licences or handles items.
 *
 * @param value 4 digits
 */
public record DepartmentCode(String value) implements Comparable<DepartmentCode> {
    public DepartmentCode {
        if (!value.matches("[0-9]{4}")) {
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
