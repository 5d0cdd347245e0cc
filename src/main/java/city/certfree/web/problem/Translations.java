package city.certfree.web.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * The texts of problems. What the code says in English is itself the key to its Chinese, so that the code reads by itself;
 * a sentence that has no Chinese yet is answered as it is.
 */
@Singleton
final class Translations {
    private final Properties chinese = load("/i18n/details.zh-CN.properties");
    private final Properties pages = load("/i18n/problems.properties");

    /** A sentence of the code in the caller's language. */
    String of(String english, Locale language) {
        return language.getLanguage().equals("en") ? english : chinese.getProperty(english, english);
    }

    /** What a problem's page says: its {@code cause} or {@code fix}, with {@code .en} in English. */
    String page(ProblemCode code, String part) {
        return pages.getProperty(code.code() + "." + part, "");
    }

    private static Properties load(String resource) {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Translations.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
