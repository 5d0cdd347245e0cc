package city.certfree.cli;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.function.Function;

/** Runs a command on the service's own beans and settings, without opening a port, and without saying how. */
final class WithoutServer {
    /** Set while a command runs, and no service. */
    static final String COMMAND = "certfree.command";

    private static final Map<String, Object> SETTINGS = Map.of(COMMAND, true, "logger.levels.ROOT", "WARN");

    private WithoutServer() {}

    static <T> T run(Function<ApplicationContext, T> command) {
        try (var context =
                ApplicationContext.builder().banner(false).properties(SETTINGS).start()) {
            return command.apply(context);
        }
    }
}
