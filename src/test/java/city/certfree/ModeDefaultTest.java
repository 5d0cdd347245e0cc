package city.certfree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.kernel.Mode;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModeDefaultTest {
    private static final String DATABASE = "certfree.db.url";

    @AfterEach
    void forgetTheDatabase() {
        System.clearProperty(DATABASE);
    }

    @Test
    void isDemoOnTheEmbeddedDatabase() {
        assertEquals(Mode.DEMO, mode(Map.of()));
    }

    @Test
    void isProductionOnceADatabaseIsNamed() {
        System.setProperty(DATABASE, "jdbc:mysql://db/certfree");

        assertEquals(Mode.PRODUCTION, mode(Map.of()));
    }

    @Test
    void isDemoOnANamedDatabaseWhenTheSettingSaysSo() {
        System.setProperty(DATABASE, "jdbc:mysql://db/certfree");

        assertEquals(Mode.DEMO, mode(Map.of("certfree.mode", "demo")));
    }

    /** Reads the setting as a starting service would, without starting its beans. */
    private static Mode mode(Map<String, Object> settings) {
        try (var environment =
                ApplicationContext.builder(settings).build().getEnvironment().start()) {
            return environment.getRequiredProperty("certfree.mode", Mode.class);
        }
    }
}
