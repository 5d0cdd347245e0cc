package city.certfree.cli;

import city.certfree.kernel.InvalidValue;
import io.micronaut.context.ApplicationContext;
import java.util.function.ToIntFunction;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Work that a command does on the service's data, and what it says of it. */
final class ServiceWork {
    private final CommandSpec command;

    ServiceWork(CommandSpec command) {
        this.command = command;
    }

    /**
     * Does the work, or says in one line why it cannot be done.
     *
     * @param work returns the exit code
     */
    int run(ToIntFunction<ApplicationContext> work) {
        try {
            return WithoutServer.run(work::applyAsInt);
        } catch (InvalidValue e) {
            print("Not done: " + e.rule() + ".");
            return ExitCode.USAGE;
        } catch (RuntimeException e) {
            print("Not done: " + innermostMessage(e));
            return ExitCode.SOFTWARE;
        }
    }

    /** Says what was done. */
    int done(String text) {
        command.commandLine().getOut().println(text);
        return ExitCode.OK;
    }

    /** Says why nothing was done. */
    int refused(String reason) {
        print("Not done: " + reason);
        return ExitCode.SOFTWARE;
    }

    private void print(String error) {
        command.commandLine().getErr().println(error);
    }

    private static String innermostMessage(Throwable e) {
        var innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
    }
}
