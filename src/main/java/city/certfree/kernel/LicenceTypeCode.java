package city.certfree.kernel;

/**
 * The code of a kind of licence (证照类型代码, GB/T 36904): the 18-character unified social credit code of the authority
 * that defined it and a 3-digit sequence number.
 *
 * @param value 21 of {@code 0-9 A-Z}
 */
public record LicenceTypeCode(String value) implements Comparable<LicenceTypeCode> {
    private static final int AUTHORITY = 18;
    private static final int LENGTH = 21;

    public LicenceTypeCode {
        if (!Alphabet.DIGITS_AND_CAPITALS.spells(value, LENGTH, LENGTH)
                || !Alphabet.DIGITS.spellsPart(value, AUTHORITY, LENGTH)) {
            throw InvalidValue.because("a licence type code has 18 characters of 0-9 A-Z and 3 digits (GB/T 36904)");
        }
    }

    @Override
    public int compareTo(LicenceTypeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
