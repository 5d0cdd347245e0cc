package city.certfree.cli;

import city.certfree.cli.bench.Benchmark;
import city.certfree.cli.bench.Chart;
import city.certfree.cli.bench.Plan;
import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.overload.Overload;
import city.certfree.cli.bench.overload.OverloadPlan;
import city.certfree.cli.bench.server.BenchDatabase;
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
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    @Option(
            names = "--overload",
            description =
                    "measures instead what becomes of verifications under five times as many as there can be, after that, beside slow clients, and while the service is told to end")
    private boolean overload;

    @Option(names = "--json", description = "prints one JSON document and nothing else")
    private boolean json;

    @Option(names = "--svg", paramLabel = "<file>", description = "writes a chart there as well")
    private @Nullable Path svg;

    @Override
    public Integer call() {
        var work = overload ? overload() : lines();
        var out = spec.commandLine().getOut();
        var standardOutput = System.out;
        // What the service's beans log while they load must not stand before the JSON.
        System.setOut(System.err);
        try {
            var result = run(work);
            out.println(json ? result.json : result.text);
            out.flush();
            result.errors.forEach(err()::println);
            return result.isFlawless ? ExitCode.OK : WRONG_ANSWERS;
        } catch (IOException | IllegalStateException e) {
            err().println("Not measured: " + e.getMessage());
            return ExitCode.SOFTWARE;
        } finally {
            System.setOut(standardOutput);
        }
    }

    private Work lines() {
        var plan = checked(() ->
                new Plan(size, Objects.requireNonNullElse(lines, Line.usual()), ofSeconds(seconds), ofSeconds(warmUp)));
        return new Work(plan, (benchmark, database, folder) -> {
            var report = benchmark.measure(Objects.requireNonNullElse(serviceOptions, List.of()));
            if (svg != null) {
                Files.writeString(svg, Chart.of(report));
            }
            var errors = report.lines().stream()
                    .filter(line -> line.errors() > 0)
                    .map(line -> line.line().text() + ": " + line.errors() + " errors, the first: " + line.firstError())
                    .toList();
            return new Result(report.text(), report.json(), errors, report.isFlawless());
        });
    }

    private Work overload() {
        if (lines != null || svg != null) {
            throw new ParameterException(spec.commandLine(), "--overload has one line and no chart");
        }
        var plan = checked(() -> new OverloadPlan(size, ofSeconds(seconds), ofSeconds(warmUp)));
        return new Work(plan.asLine(), (benchmark, database, folder) -> {
            var report = new Overload(plan, database, folder, this::watch)
                    .measure(Objects.requireNonNullElse(serviceOptions, List.of()));
            var errors = Stream.of(report.firstError())
                    .filter(error -> !error.isEmpty())
                    .toList();
            return new Result(report.text(), report.json(), errors, report.isFlawless());
        });
    }

    private <T> T checked(Supplier<T> plan) {
        try {
            return plan.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private Result run(Work work) throws IOException {
        var folder = Files.createTempDirectory("certfree-bench-");
        try (var database = databases.open(folder, ServerOptions.of(work.plan.licences()))) {
            var benchmark = new Benchmark(work.plan, database, folder, this::watch);
            WithoutServer.run(benchmark.settings(), context -> {
                benchmark.load(context);
                return ExitCode.OK;
            });
            return work.measurement.on(benchmark, database, folder);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private LongConsumer watch(String label, long total) {
        return new ProgressBar(err(), label, total)::at;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** What is to be done. */
    private record Work(Plan plan, Measurement measurement) {}

    /** What is done on the loaded database. */
    private interface Measurement {
        Result on(Benchmark benchmark, BenchDatabase database, Path folder) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param errors what is said of wrong answers
     */
    private record Result(String text, String json, List<String> errors, boolean isFlawless) {}

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
