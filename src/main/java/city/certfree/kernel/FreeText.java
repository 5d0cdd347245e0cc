package city.certfree.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What text from outside must be before it is kept: well-formed and printable and, where it is free, no identity number. */
public final class FreeText {
    /** Any run of 18 digits, the last one possibly X, is taken for a citizen number: better refused than kept. */
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");

    private FreeText() {}

    /**
     * Returns the text without outer white space; counts characters as Unicode code points.
     *
     * @throws InvalidValue with the missing code if there is none, else {@code invalid-value}
     */
    public static String of(String text, String what, int maxCharacters, String missingCode) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new InvalidValue(missingCode, what + " is missing");
        }
        if (stripped.codePointCount(0, stripped.length()) > maxCharacters) {
            throw InvalidValue.because(what + " has at most " + maxCharacters + " characters");
        }
        if (!isPrintable(stripped)) {
            throw InvalidValue.because(what + " holds a control character or half a character");
        }
        if (IDENTITY_NUMBER
                .matcher(Normalizer.normalize(stripped, Normalizer.Form.NFKC))
                .find()) {
            throw InvalidValue.because(what + " holds an identity number");
        }
        return stripped;
    }

    /** Whether the text has no control or formatting character, no half of a character, and nothing without a shape. */
    public static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(FreeText::unprintable);
    }

    private static boolean unprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
