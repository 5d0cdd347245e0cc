package city.certfree.kernel;

import java.util.regex.Pattern;

/**
 * The code of a department that issues licences or handles items.
 *
 * @param value 4 digits
 */
public record DepartmentCode(String value) implements Comparable<DepartmentCode> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}");

    public DepartmentCode {
        if (!FORM.matcher(value).matches()) {
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
