package city.certfree.cli;

import city.certfree.crypto.file.KeyDesk;
import city.certfree.kernel.InvalidValue;
import java.time.Clock;
import java.util.function.ToIntFunction;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.PicocliException;

/** Work that a command does on key files, without the service. */
record KeyWork(CommandSpec spec, KeyFolderOptions options) {
    /**
     * Does the work, or says in one line why it cannot be done.
     *
     * @param work returns the exit code
     */
    int run(ToIntFunction<KeyDesk> work) {
        try {
            return work.applyAsInt(new KeyDesk(options.path(), options.profile(), Clock.systemUTC()));
        } catch (PicocliException e) {
            throw e;
        } catch (InvalidValue e) {
            spec.commandLine().getErr().println("Not done: " + e.rule() + ".");
            return ExitCode.USAGE;
        } catch (RuntimeException e) {
            spec.commandLine().getErr().println("Not done: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
