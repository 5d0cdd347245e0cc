package city.certfree.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Runs a command on the service's own beans and settings, without opening a port, and without saying how. */
final class WithoutServer {
    /** Set while a command runs, and no service. */
    static final String COMMAND = "certfree.command";

    private static final Map<String, Object> SETTINGS = Map.of(COMMAND, true);

    private WithoutServer() {}

    static <T> T run(Function<ApplicationContext, T> command) {
        return run(Map.of(), command);
    }

    /** @param further settings, which win over those from elsewhere */
    static <T> T run(Map<String, Object> further, Function<ApplicationContext, T> command) {
        onlyWarnings();
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(further);
        try (var context =
                ApplicationContext.builder().banner(false).properties(settings).start()) {
            return command.apply(context);
        }
    }

    /** Set here and not by a setting, which the framework reads after it has told of much: whoever ran a command asked for its answer. */
    private static void onlyWarnings() {
        var root = LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }
}
