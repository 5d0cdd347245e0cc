package city.certfree.cli;

import city.certfree.licence.intake.ImportLicences;
import city.certfree.licence.intake.LicenceFeeds;
import city.certfree.licence.intake.RejectedRow;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a file of licences into the store, and says of every row that was not taken in what is wrong with it. */
@Command(
        name = "licences",
        description =
                "Imports licences and legal representatives. A row that is wrong is reported and stops no other row;"
                        + " the command then ends with exit code 1.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportLicenceFile implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<file>", description = "NDJSON, a licence a line, as docs/licence-feed.md describes it")
    private Path file;

    @Override
    public Integer call() {
        try (var ndjson = Files.newInputStream(file)) {
            return WithoutServer.run(context -> load(context, ndjson));
        } catch (IOException | UncheckedIOException e) {
            err().println("Cannot read " + file + ".");
            return ExitCode.SOFTWARE;
        }
    }

    private int load(ApplicationContext context, InputStream ndjson) {
        var rows = context.getBean(LicenceFeeds.class).read(ndjson);
        var count = context.getBean(ImportLicences.class).importAll(rows, this::report);
        spec.commandLine()
                .getOut()
                .printf(
                        "%d licences imported, %d known already, %d representations; %d rows rejected.%n",
                        count.imported(), count.known(), count.representations(), count.rejected());
        return count.rejected() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void report(RejectedRow row) {
        err().printf(
                        "line %d\t%s\texpected: %s%n",
                        row.line(), row.flaw().pointer(), row.flaw().expected());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
