package city.certfree.kernel;

/**
 * The identifier of one licence (电子证照标识, GB/T 36904-2018): root, type, issuing authority, serial, version and check
 * character, joined by dots.
 *
 * @param type what kind of licence
 * @param issuer the issuing authority: normally its 18-character unified social credit code, 6 to 18 of {@code 0-9 A-Z}
 * @param serial 1 to 32 of {@code 0-9 A-Z}; random where this service makes it, never a holder's or certificate number
 * @param version 1 to 999
 */
public record LicenceIdentifier(LicenceTypeCode type, String issuer, String serial, int version) {
    /** The object identifier under which all electronic licences are registered. */
    public static final String ROOT = "1.2.156.3005.2";

    public static final int MAX_VERSION = 999;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String BEGIN = ROOT + '.';
    private static final int PARTS = 5;
    private static final int VERSION_DIGITS = 3;

    public LicenceIdentifier {
        if (!Alphabet.DIGITS_AND_CAPITALS.spells(issuer, 6, 18)
                || !Alphabet.DIGITS_AND_CAPITALS.spells(serial, 1, 32)
                || version < 1
                || version > MAX_VERSION) {
            throw InvalidValue.because("a licence identifier's parts follow GB/T 36904");
        }
    }

    /** Reads an identifier; refuses one whose form or check character is wrong. */
    public static LicenceIdentifier parse(String text) {
        var parts = text.startsWith(BEGIN) ? text.substring(BEGIN.length()).split("\\.", -1) : new String[0];
        if (parts.length != PARTS || parts[3].length() != VERSION_DIGITS || parts[4].length() != 1) {
            throw misformed();
        }
        var identifier = new LicenceIdentifier(new LicenceTypeCode(parts[0]), parts[1], parts[2], version(parts[3]));
        if (identifier.check() != parts[4].charAt(0)) {
            throw InvalidValue.because("the check character of the licence identifier is wrong");
        }
        return identifier;
    }

    private static int version(String digits) {
        int version = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw misformed();
            }
            version = version * 10 + digit;
        }
        return version;
    }

    private static InvalidValue misformed() {
        return InvalidValue.because("a licence identifier has the form " + ROOT + ".type.issuer.serial.version.check");
    }

    /** The identifier with its check character, as it stands in documents. */
    public String value() {
        return ROOT + '.' + type.value() + '.' + issuer + '.' + serial + '.' + versionText() + '.' + check();
    }

    /** The check character: ISO/IEC 7064 MOD 37,36 over type, issuer, serial and version without dots. */
    public char check() {
        return checkCharacter(type.value() + issuer + serial + versionText());
    }

    /** ISO/IEC 7064, hybrid system MOD 37,36, over characters of {@code 0-9 A-Z}. */
    static char checkCharacter(String characters) {
        int product = 36;
        for (int i = 0; i < characters.length(); i++) {
            int sum = (product + ALPHABET.indexOf(characters.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }

    /** Three digits. */
    private String versionText() {
        return Integer.toString(1000 + version).substring(1);
    }

    @Override
    public String toString() {
        return value();
    }
}
