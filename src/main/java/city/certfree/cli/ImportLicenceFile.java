package city.certfree.cli;

import city.certfree.kernel.Transactions.StorageUnavailable;
import city.certfree.licence.intake.FeedFormat;
import city.certfree.licence.intake.FeedRow;
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
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a file of licences into the store, and says of every row that was not taken in what is wrong with it. */
@Command(
        name = "licences",
        description =
                "Imports licences and legal representatives. A row that is wrong is reported and stops no other row;"
                        + " the command then ends with exit code 1. When it cannot go on, it says from which line to.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportLicenceFile implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<file>",
            description = "NDJSON or CSV, a licence a row, as docs/licence-feed.md describes it")
    private Path file;

    @Option(
            names = "--format",
            converter = ByName.class,
            description = "ndjson or csv; without it csv for a file that ends in .csv, else ndjson")
    private @Nullable FeedFormat format;

    @Option(
            names = "--from-line",
            defaultValue = "1",
            description = "leaves out the rows that begin before that line, to go on where an import has ended")
    private long fromLine;

    /** Up to which line everything is stored or rejected; empty: nothing has begun. */
    private volatile OptionalLong stored = OptionalLong.empty();

    @Override
    public Integer call() {
        var interrupted = new Thread(this::sayHowToGoOn);
        try (var bytes = Files.newInputStream(file)) {
            var bar = new ProgressBar(err(), "bytes", Files.size(file));
            var in = new WatchedInput(bytes, bar::at);
            Runtime.getRuntime().addShutdownHook(interrupted);
            int exit = WithoutServer.run(context -> load(context, in, bar));
            Runtime.getRuntime().removeShutdownHook(interrupted);
            return exit;
        } catch (IOException | UncheckedIOException e) {
            err().println("Cannot read " + file + ".");
        } catch (StorageUnavailable e) {
            err().println("The database does not answer.");
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        sayHowToGoOn();
        return ExitCode.SOFTWARE;
    }

    private int load(ApplicationContext context, InputStream in, ProgressBar bar) {
        stored = OptionalLong.of(fromLine - 1);
        var rows = context.getBean(LicenceFeeds.class)
                .read(in, format == null ? FeedFormat.ofFile(file.toString()) : format);
        var count = context.getBean(ImportLicences.class)
                .importAll(
                        from(rows),
                        row -> bar.println(report(row)),
                        line -> stored = OptionalLong.of(Math.max(line, fromLine - 1)));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d licences imported, %d known already, %d representations; %d rows rejected.%n",
                        count.imported(), count.known(), count.representations(), count.rejected());
        return count.rejected() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Iterator<FeedRow> from(Iterator<FeedRow> rows) {
        var all = Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(all, false)
                .filter(row -> row.line() >= fromLine)
                .iterator();
    }

    private void sayHowToGoOn() {
        stored.ifPresent(line -> err().printf(
                        "Everything before line %d is stored or was rejected. Go on with --from-line %d.%n",
                        line + 1, line + 1));
        err().flush();
    }

    private static String report(RejectedRow row) {
        return "line %d\t%s\texpected: %s"
                .formatted(row.line(), row.flaw().pointer(), row.flaw().expected());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Reads a format in small letters. */
    static final class ByName implements ITypeConverter<FeedFormat> {
        @Override
        public FeedFormat convert(String name) {
            return FeedFormat.valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
