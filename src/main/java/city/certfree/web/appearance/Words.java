package city.certfree.web.appearance;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A text for whoever will read it: what is kept, or is said where nobody knows the reader's language, is kept in both.
 *
 * @param english null where there is a name in Chinese only, as in the registry
 */
@Serdeable
public record Words(String chinese, @Nullable String english) {
    /** What the registry names in Chinese only. */
    public static Words inChinese(String name) {
        return new Words(name, null);
    }

    /** What somebody has typed: Chinese as soon as one character of it is. */
    public static Words typed(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? inChinese(text) : new Words(text, text);
    }

    /** In the reader's language, or else in the only one there is. */
    public String in(Language language) {
        return english == null ? chinese : language.of(chinese, english);
    }

    /** The {@code lang} of what {@link #in} says; null where it is the page's own. */
    public @Nullable String lang(Language language) {
        return english == null ? language.tagOfChinese() : null;
    }
}
