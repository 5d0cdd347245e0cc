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
 * The Chinese of what the code says in English. The English sentence is the key, so that the code reads by itself; a
 * sentence that has no Chinese yet is answered as it is.
 */
@Singleton
final class Translations {
    private static final String CHINESE = "/i18n/details.zh-CN.properties";

    private final Properties chinese = new Properties();

    Translations() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Translations.class.getResourceAsStream(CHINESE)), StandardCharsets.UTF_8)) {
            chinese.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String english, Locale language) {
        return language.getLanguage().equals("en") ? english : chinese.getProperty(english, english);
    }
}
