package city.certfree.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The number by which a holder is known. Two codes are equal when they mean the same holder: a citizen number of 15 digits
 * (before 1999) becomes one of 18, and letters become capitals.
 *
 * @param type what kind of number it is
 * @param value citizen number: 18 characters, with a real date of birth and a right check character (GB 11643); unified
 *     social credit code: 18 characters with a right check character (GB 32100); all others: 1 to 40 letters, digits and
 *     {@code - ( )}
 */
public record HolderCode(HolderCodeType type, String value) {
    /** GB 32100: the letters that are not mistaken for digits. */
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final String CITIZEN_CHECKS = "10X98765432";

    private static final Alphabet SMALL_LETTERS = Alphabet.of("a-z");
    private static final int OLD_LENGTH = 15;
    private static final int LENGTH = 18;
    private static final int CHECK_AT = 17;
    private static final Pattern OTHER = Pattern.compile("[\\p{IsHan}0-9A-Z()（）-]{1,40}");
    private static final Alphabet CREDIT_CHARACTERS = Alphabet.of(CREDIT_ALPHABET);
    private static final int CREDIT_DIVISION_FROM = 2;
    private static final int CREDIT_DIVISION_TO = 8;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);

    public HolderCode {
        value = switch (type) {
            case CITIZEN_NUMBER -> citizenNumber(capitals(value));
            case UNIFIED_SOCIAL_CREDIT_CODE -> creditCode(capitals(value));
            default -> other(capitals(value));
        };
    }

    /** A citizen number (GB/T 36903 type 111). */
    public static HolderCode ofCitizen(String number) {
        return new HolderCode(HolderCodeType.CITIZEN_NUMBER, number);
    }

    /** A unified social credit code (GB/T 36903 type 001). */
    public static HolderCode ofOrganisation(String creditCode) {
        return new HolderCode(HolderCodeType.UNIFIED_SOCIAL_CREDIT_CODE, creditCode);
    }

    /** The check character of a citizen number: ISO/IEC 7064 MOD 11-2 over its first 17 digits (GB 11643). */
    public static char citizenCheck(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + (first17.charAt(i) - '0')) * 2 % 11;
        }
        return CITIZEN_CHECKS.charAt(sum);
    }

    /** The check character of a unified social credit code: weighted sum modulo 31 over its first 17 characters (GB 32100). */
    public static char creditCheck(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(first17.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Latin capitals. Letters beyond ASCII are left alone, lest one of them become a Latin one, as {@code ı} would. */
    private static String capitals(String given) {
        char[] characters = given.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (SMALL_LETTERS.has(characters[i])) {
                characters[i] = (char) (characters[i] - 'a' + 'A');
            }
        }
        return new String(characters);
    }

    private static String citizenNumber(String given) {
        var number = Alphabet.DIGITS.spells(given, OLD_LENGTH, OLD_LENGTH) ? lengthened(given) : given;
        if (!isCitizenNumber(number)) {
            throw invalid("a citizen number has 17 digits and a digit or X");
        }
        if (citizenCheck(number) != number.charAt(CHECK_AT)) {
            throw invalid("the check character of the citizen number is wrong");
        }
        checkBirth(number);
        return number;
    }

    private static boolean isCitizenNumber(String text) {
        return text.length() == LENGTH
                && text.charAt(0) != '0'
                && Alphabet.DIGITS.spellsPart(text, 0, CHECK_AT)
                && CITIZEN_CHECKS.indexOf(text.charAt(CHECK_AT)) >= 0;
    }

    /** GB 11643-1989 numbers lack the century, always 19, and the check character. */
    private static String lengthened(String fifteen) {
        var seventeen = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        return seventeen + citizenCheck(seventeen);
    }

    private static void checkBirth(String number) {
        try {
            var birth = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            if (birth.isBefore(EARLIEST_BIRTH)) {
                throw invalid("the citizen number's date of birth is before 1850");
            }
        } catch (DateTimeException e) {
            throw invalid("the citizen number's date of birth does not exist");
        }
    }

    private static String creditCode(String code) {
        if (!CREDIT_CHARACTERS.spells(code, LENGTH, LENGTH)
                || !Alphabet.DIGITS.spellsPart(code, CREDIT_DIVISION_FROM, CREDIT_DIVISION_TO)) {
            throw invalid("a unified social credit code has 18 characters of 0-9 A-Z without I O S V Z,"
                    + " the third to eighth being digits");
        }
        if (creditCheck(code) != code.charAt(CHECK_AT)) {
            throw invalid("the check character of the unified social credit code is wrong");
        }
        return code;
    }

    private static String other(String code) {
        if (!OTHER.matcher(code).matches()) {
            throw invalid("a holder code has 1 to 40 letters, digits, hyphens and brackets");
        }
        return code;
    }

    private static InvalidValue invalid(String rule) {
        return new InvalidValue("holder-code-invalid", rule);
    }

    /** Names the kind only: a log line must not identify anybody. */
    @Override
    public String toString() {
        return "HolderCode[" + type.code() + "]";
    }
}
