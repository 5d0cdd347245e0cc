package city.certfree.cli;

import io.micronaut.context.ApplicationContext;
import java.util.function.Function;

/** Runs a command on the service's own beans and settings, without opening a port. */
final class WithoutServer {
    private WithoutServer() {}

    static <T> T run(Function<ApplicationContext, T> command) {
        try (var context = ApplicationContext.builder().banner(false).start()) {
            return command.apply(context);
        }
    }
}
