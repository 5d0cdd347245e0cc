package city.certfree.kernel;

import java.util.regex.Pattern;

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

    private static final Pattern FORM = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.([0-9A-Z]{21})\\.([0-9A-Z]{6,18})\\.([0-9A-Z]{1,32})\\.([0-9]{3})\\.([0-9A-Z])");

    public LicenceIdentifier {
        if (!isCode(issuer, 6, 18) || !isCode(serial, 1, 32) || version < 1 || version > MAX_VERSION) {
            throw InvalidValue.because("a licence identifier's parts follow GB/T 36904");
        }
    }

    /** Whether it has this many characters, and each is of the alphabet. */
    private static boolean isCode(String text, int least, int most) {
        boolean right = text.length() >= least && text.length() <= most;
        for (int i = 0; right && i < text.length(); i++) {
            right = ALPHABET.indexOf(text.charAt(i)) >= 0;
        }
        return right;
    }

    /** Reads an identifier; refuses one whose form or check character is wrong. */
    public static LicenceIdentifier parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw InvalidValue.because(
                    "a licence identifier has the form " + ROOT + ".type.issuer.serial.version.check");
        }
        var identifier = new LicenceIdentifier(
                new LicenceTypeCode(match.group(1)), match.group(2), match.group(3), Integer.parseInt(match.group(4)));
        if (identifier.check() != match.group(5).charAt(0)) {
            throw InvalidValue.because("the check character of the licence identifier is wrong");
        }
        return identifier;
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
