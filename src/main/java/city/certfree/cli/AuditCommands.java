package city.certfree.cli;

import city.certfree.audit.check.ArchiveRecords;
import city.certfree.audit.check.ArchiveRecords.Result;
import city.certfree.audit.check.CheckLog;
import city.certfree.audit.check.Verdict;
import city.certfree.audit.check.Witness;
import city.certfree.audit.log.StoredLogs;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.OfficeCode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The evidence logs, for whoever answers for them. */
@Command(name = "audit", description = "Checks the evidence logs, and keeps them.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class AuditCommands {
    private static final int BROKEN = 1;

    @Spec
    private CommandSpec spec;

    @Command(
            description = "Recomputes every log from the database and holds it against its checkpoints.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:everything is as it was signed", "1:something was changed", "2:wrong use"},
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--witness",
                            description =
                                    "a file of earlier checkpoints, such as «certfree audit checkpoints» prints: shows"
                                            + " what was cut off or rewritten even with the log's own key")
                    @Nullable Path witness,
            @Option(names = "--json", description = "prints one JSON document") boolean json) {
        var notes = witness == null ? "" : read(witness);
        return WithoutServer.run(context -> {
            var verdicts = check(context, notes);
            if (json) {
                spec.commandLine().getOut().println(json(verdicts));
            } else {
                verdicts.forEach(this::tell);
            }
            return verdicts.stream().allMatch(v -> v instanceof Verdict.Whole) ? ExitCode.OK : BROKEN;
        });
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file, e);
        }
    }

    private List<Verdict> check(ApplicationContext context, String notes) {
        var check = context.getBean(CheckLog.class);
        var witness = witness(context, notes);
        var verdicts = new ArrayList<Verdict>();
        for (var head : check.logs()) {
            var bar = new ProgressBar(spec.commandLine().getErr(), "log " + head.log(), head.size());
            verdicts.add(check.check(head, 0, head.size(), witness.of(head.origin()), bar::at));
        }
        witness.unknown(check.logs()).forEach(verdicts::add);
        return verdicts;
    }

    private Witness witness(ApplicationContext context, String notes) {
        try {
            return context.getBean(Witness.Reader.class).read(notes);
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), "--witness: " + e.getMessage(), e);
        }
    }

    private void tell(Verdict verdict) {
        var out = spec.commandLine().getOut();
        switch (verdict) {
            case Verdict.Whole whole ->
                out.printf("log %d (%s): whole, %d records%n", whole.log(), whole.origin(), whole.checked());
            case Verdict.Broken broken ->
                out.printf("log %d: BROKEN at index %d: %s%n", broken.log(), broken.index(), words(broken));
        }
    }

    private static String words(Verdict.Broken broken) {
        return broken.what().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String json(List<Verdict> verdicts) {
        var logs = verdicts.stream()
                .map(verdict -> switch (verdict) {
                    case Verdict.Whole(int log, var origin, long size, long checked) ->
                        "{\"log\":%d,\"whole\":true,\"size\":%d,\"checked\":%d}".formatted(log, size, checked);
                    case Verdict.Broken(int log, long index, var what, long checked) ->
                        "{\"log\":%d,\"whole\":false,\"index\":%d,\"damage\":\"%s\",\"checked\":%d}"
                                .formatted(log, index, what, checked);
                })
                .toList();
        return "{\"logs\":[" + String.join(",", logs) + "]}";
    }

    @Command(
            description = "Prints the latest checkpoint of every log, to be kept elsewhere as a witness.",
            mixinStandardHelpOptions = true)
    int checkpoints() {
        return WithoutServer.run(context -> {
            context.getBean(StoredLogs.class)
                    .all()
                    .forEach(log -> spec.commandLine().getOut().print(log.checkpoint()));
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        });
    }

    @Command(
            description =
                    "Moves records older than a day into files and leaves their leaves: the logs stay verifiable. Runs as"
                            + " the database's migration user, for the service's own may delete no record.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:done", "1:refused, nothing was moved", "2:wrong use"},
            mixinStandardHelpOptions = true)
    int archive(
            @Option(
                            names = "--before",
                            required = true,
                            description = "the first day that stays, such as 2026-01-01; at least 180 days ago")
                    LocalDate before,
            @Option(names = "--into", required = true, description = "the folder for the files") Path folder,
            @Option(
                            names = "--office",
                            required = true,
                            description = "the code of the office that answers for it: 11 digits")
                    String office) {
        try {
            return WithoutServer.run(context ->
                    tell(context.getBean(ArchiveRecords.class).archive(before, folder, new OfficeCode(office))));
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), "--office: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println("Cannot write into " + folder + ".");
            return BROKEN;
        }
    }

    private int tell(Result result) {
        return switch (result) {
            case Result.Archived(long records, var files) -> {
                spec.commandLine().getOut().printf("%d records moved into %d files.%n", records, files.size());
                files.forEach(spec.commandLine().getOut()::println);
                yield ExitCode.OK;
            }
            case Result.TooRecent(var latest) -> {
                spec.commandLine()
                        .getErr()
                        .println("Records are kept for at least 180 days: --before may be " + latest
                                + " at the latest.");
                yield BROKEN;
            }
            case Result.NotPermitted() -> {
                spec.commandLine()
                        .getErr()
                        .println("The database lets this user delete no record: run it as the migration user.");
                yield BROKEN;
            }
        };
    }
}
