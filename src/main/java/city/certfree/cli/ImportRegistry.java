package city.certfree.cli;

import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.ImportProblem;
import city.certfree.registry.feed.RegistryReading;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a new version of the registry, or says everything that is wrong with it. */
@Command(
        name = "registry",
        description =
                "Publishes a new version of the registry. If any row is wrong, nothing changes and every problem is listed.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportRegistry implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<source>",
            description =
                    "a folder with departments.csv, licence-types.csv, exempted-items.csv, item-exemptions.csv and"
                            + " offices.csv, or an XLSX workbook with a sheet for each")
    private Path source;

    @Option(names = "--effective-on", description = "the first day it holds, such as 2026-12-01; without it today")
    private @Nullable LocalDate effectiveOn;

    @Option(
            names = "--publisher",
            defaultValue = "command line",
            description = "who publishes it, at most 64 characters; without it «${DEFAULT-VALUE}»")
    private String publisher;

    @Option(names = "--dry-run", description = "only check the files")
    private boolean dryRun;

    @Override
    public Integer call() {
        try {
            var files = RegistrySource.at(source);
            return dryRun ? check(files) : WithoutServer.run(context -> publish(context, files));
        } catch (UncheckedIOException e) {
            err().println("Cannot read " + source + ".");
            return ExitCode.SOFTWARE;
        }
    }

    private int check(RegistrySource files) {
        return switch (RegistryReading.of(files)) {
            case RegistryReading.Accepted accepted -> {
                var catalogue = accepted.catalogue();
                out().printf(
                                "%d items, %d licence types, %d departments, %d offices: nothing is wrong with them.%n",
                                catalogue.items().size(),
                                catalogue.types().size(),
                                catalogue.departments().size(),
                                catalogue.offices().size());
                yield ExitCode.OK;
            }
            case RegistryReading.Rejected rejected -> rejected(rejected.problems());
        };
    }

    private int publish(ApplicationContext context, RegistrySource files) {
        return switch (context.getBean(PublishRegistry.class).publish(files, effectiveOn, publisher)) {
            case PublishResult.Published published -> published(published.version());
            case PublishResult.Rejected rejected -> rejected(rejected.problems());
        };
    }

    private int published(RegistryVersion version) {
        out().printf("Version %d is published; its first day is %s.%n", version.number(), version.effectiveOn());
        return ExitCode.OK;
    }

    private int rejected(List<ImportProblem> problems) {
        for (var problem : problems) {
            err().printf(
                            "%s:%d\t%s\t«%s»\texpected: %s%n",
                            problem.file(), problem.line(), problem.column(), problem.value(), problem.expected());
        }
        err().printf("%d problems; nothing has changed.%n", problems.size());
        return ExitCode.SOFTWARE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
