package city.certfree.registry.search;

import city.certfree.kernel.InvalidValue;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What somebody types to find something: one or several words, all of which must be found.
 *
 * @param value 1 to 64 characters in the form NFKC, in small letters, with single spaces between words
 */
public record SearchText(String value) {
    private static final int LONGEST = 64;
    private static final char LAST_OF_ASCII = 0x7f;

    public SearchText {
        if (value.codePointCount(0, value.length()) > LONGEST
                || value.codePoints().anyMatch(SearchText::isNoText)) {
            throw InvalidValue.because("a search text has 1 to 64 printable characters");
        }
        value = normalised(value).strip().replaceAll("\\s+", " ");
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw InvalidValue.because("a search text has 1 to 64 printable characters");
        }
    }

    /** The form in which texts are compared: full-width letters and brackets like narrow ones, capitals like small letters. */
    static String normalised(String text) {
        return (isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** ASCII is in every normal form as it is (Unicode Annex 15), and every code of the registry is looked at by every search. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    List<String> words() {
        return List.of(value.split(" ", -1));
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> codePoint == '\uFFFD';
        };
    }
}
