package city.certfree.cli;

import city.certfree.cli.bench.Benchmark;
import city.certfree.cli.bench.Chart;
import city.certfree.cli.bench.Plan;
import city.certfree.cli.bench.Report;
import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.server.DatabaseOptions;
import city.certfree.cli.bench.server.ServerOptions;
import city.certfree.cli.bench.server.TemporaryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures the service on a database of its own, against what that database does at all. */
@Command(
        name = "bench",
        description =
                "Measures how fast the service answers, on a database of its own with a made-up city, against raw point selects of the same database.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:not measured, the reason is said",
            "2:wrong use",
            "3:measured, but some answers were wrong"
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Bench implements Callable<Integer> {
    private static final int WRONG_ANSWERS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions databases;

    @Option(names = "--size", defaultValue = "100000", description = "licences, at least 1000; without it 100000")
    private long size;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "for how long each line is measured, half of it with each kind of load; without it 20")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "<seconds>",
            defaultValue = "240",
            description = "for how long all lines together are warmed up before; without it 240")
    private double warmUp;

    @Option(
            names = "--lines",
            split = ",",
            paramLabel = "<line>",
            converter = LineName.class,
            description =
                    "only these: raw-point-select, health, verify, share, lookup, show-issue, show-redeem; without raw-point-select there are no ratios")
    private @Nullable List<Line> lines;

    @Option(
            names = "--service-option",
            paramLabel = "<option>",
            description = "an option of the service's Java machine, such as one that records a profile")
    private @Nullable List<String> serviceOptions;

    @Option(names = "--json", description = "prints one JSON document and nothing else")
    private boolean json;

    @Option(names = "--svg", paramLabel = "<file>", description = "writes a chart there as well")
    private @Nullable Path svg;

    @Override
    public Integer call() {
        var plan = plan();
        var out = spec.commandLine().getOut();
        var standardOutput = System.out;
        // What the service's beans log while they load must not stand before the JSON.
        System.setOut(System.err);
        try {
            var report = run(plan);
            out.println(json ? report.json() : report.text());
            out.flush();
            if (svg != null) {
                Files.writeString(svg, Chart.of(report));
            }
            return report.isFlawless() ? ExitCode.OK : told(report);
        } catch (IOException | IllegalStateException e) {
            err().println("Not measured: " + e.getMessage());
            return ExitCode.SOFTWARE;
        } finally {
            System.setOut(standardOutput);
        }
    }

    private Plan plan() {
        try {
            return new Plan(
                    size, Objects.requireNonNullElse(lines, Line.usual()), ofSeconds(seconds), ofSeconds(warmUp));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private int told(Report report) {
        report.lines().stream().filter(line -> line.errors() > 0).forEach(line -> err().printf(
                        "%s: %d errors, the first: %s%n", line.line().text(), line.errors(), line.firstError()));
        return WRONG_ANSWERS;
    }

    private Report run(Plan plan) throws IOException {
        var folder = Files.createTempDirectory("certfree-bench-");
        try (var database = databases.open(folder, ServerOptions.of(plan.licences()))) {
            var benchmark =
                    new Benchmark(plan, database, folder, (label, total) -> new ProgressBar(err(), label, total)::at);
            WithoutServer.run(benchmark.settings(), context -> {
                benchmark.load(context);
                return ExitCode.OK;
            });
            return benchmark.measure(Objects.requireNonNullElse(serviceOptions, List.of()));
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Reads the name of a line. */
    static final class LineName implements ITypeConverter<Line> {
        @Override
        public Line convert(String text) {
            return Line.of(text)
                    .orElseThrow(() -> new TypeConversionException("a line is one of "
                            + Arrays.stream(Line.values()).map(Line::text).toList()));
        }
    }
}
