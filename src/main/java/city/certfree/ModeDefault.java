package city.certfree;

import city.certfree.kernel.Mode;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives {@code certfree.mode} its default before anything reads it: production where a database is named, demo on the
 * embedded one. A placeholder in the configuration file cannot say that.
 */
@ContextConfigurer
public final class ModeDefault implements ApplicationContextConfigurer {
    /** Below every other source of settings, so that each of them overrides it. */
    private static final int LOWEST = -1_000;

    private static final String MODE = "certfree.mode";

    public ModeDefault() {}

    @Override
    public void configure(ApplicationContextBuilder builder) {
        boolean databaseNamed = isGiven("certfree.db.url") || isGiven("datasources.default.url");
        var mode = databaseNamed ? Mode.PRODUCTION : Mode.DEMO;
        builder.propertySources(
                PropertySource.of("mode default", Map.of(MODE, mode.name().toLowerCase(Locale.ROOT)), LOWEST));
    }

    /** Whether a setting has a value, as a variable of the environment or as a property of the process. */
    private static boolean isGiven(String setting) {
        var variable = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        return Stream.of(System.getenv(variable), System.getProperty(setting))
                .anyMatch(value -> value != null && !value.isBlank());
    }
}
