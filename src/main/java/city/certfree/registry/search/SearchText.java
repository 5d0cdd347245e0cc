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
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
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
