package city.certfree.web.appearance;

import org.jspecify.annotations.Nullable;

/** A language of the pages. Chinese is everybody's until he or she asks for another. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As HTML names it (BCP 47). */
    public String tag() {
        return tag;
    }

    /** Of a text in both languages the one in this; both stand side by side where they are used. */
    public String of(String chinese, String english) {
        return switch (this) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }

    /** The language that a switch leads to. */
    public Language other() {
        return switch (this) {
            case CHINESE -> ENGLISH;
            case ENGLISH -> CHINESE;
        };
    }

    /** The {@code lang} of what the registry names in Chinese only; null on a Chinese page, which says so itself. */
    public @Nullable String tagOfChinese() {
        return this == CHINESE ? null : CHINESE.tag;
    }
}
