package city.certfree.cli;

import city.certfree.audit.check.CheckLog;
import city.certfree.audit.check.Verdict;
import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.DatabaseOptions;
import city.certfree.cli.bench.server.ServerOptions;
import city.certfree.cli.bench.server.TemporaryFolder;
import city.certfree.cli.drill.Findings;
import city.certfree.cli.drill.Plan;
import city.certfree.cli.drill.Rehearsal;
import city.certfree.cli.drill.Rehearsal.Waiting;
import city.certfree.cli.drill.fault.Fault;
import city.certfree.cli.drill.fault.Fault.Measure;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Lets things go wrong while clients are at work, and then counts whether anything is lost or doubled. */
@Command(
        name = "drill",
        description =
                "Lets things go wrong while clients are at work on a database of its own, and then holds everything the clients were told against everything the database holds.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is lost, nothing is doubled",
            "1:not drilled, or the service did not come back; the reason is said",
            "2:wrong use",
            "3:something is lost, doubled or otherwise not allowed"
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Drill implements Callable<Integer> {
    private static final int NOT_ALLOWED = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<fault>",
            converter = FaultName.class,
            description = "service-kill, database-kill, both-kill, partition, lost-commit, disk-full, or lossy-client")
    private Fault fault;

    @Mixin
    private DatabaseOptions databases;

    @Option(names = "--rounds", defaultValue = "20", description = "how often it happens; without it 20")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "1",
            description = "partition, disk-full: how long each round lasts; without it 1")
    private double seconds;

    @Option(
            names = "--loss",
            defaultValue = "0.05",
            description = "lossy-client: the share of requests, and of answers, that is lost; without it 0.05")
    private double loss;

    @Option(names = "--clients", defaultValue = "8", description = "at work at the same time; without it 8")
    private int clients;

    @Option(names = "--size", defaultValue = "2000", description = "licences, at least 1000; without it 2000")
    private long size;

    @Option(names = "--seed", defaultValue = "1", description = "of everything that is drawn; without it 1")
    private long seed;

    @Option(
            names = "--skip-waiting",
            description =
                    "makes the keys that a dead node has left a minute older in the database instead of waiting for that minute")
    private boolean skipWaiting;

    @Option(names = "--json", description = "prints one JSON document and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        var plan = plan();
        var out = spec.commandLine().getOut();
        var standardOutput = System.out;
        // What the service's beans log while they load must not stand before the JSON.
        System.setOut(System.err);
        try {
            var findings = run(plan);
            out.println(json ? findings.json() : findings.text());
            out.flush();
            return findings.agree() ? ExitCode.OK : NOT_ALLOWED;
        } catch (IOException | IllegalStateException e) {
            err().println("Not drilled: " + e.getMessage());
            return ExitCode.SOFTWARE;
        } finally {
            System.setOut(standardOutput);
        }
    }

    private Plan plan() {
        try {
            var length = Duration.ofMillis(Math.round(seconds * 1_000));
            return new Plan(fault, new Measure(length, loss, seed), rounds, size, clients);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Findings run(Plan plan) throws IOException {
        var folder = Files.createTempDirectory("certfree-drill-");
        var usual = ServerOptions.of(plan.licences());
        var options = new ServerOptions(usual.bufferPoolBytes(), usual.logBytes(), fault.serverOptions(rounds));
        try (var database = databases.open(folder, options)) {
            if (fault.needsOwnServer() && database.server().isEmpty()) {
                throw new IllegalStateException(fault.text() + " needs a server of its own, and --url names another.");
            }
            return run(plan, database, folder);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private Findings run(Plan plan, BenchDatabase database, Path folder) throws IOException {
        var rehearsal = new Rehearsal(plan, database, folder, skipWaiting ? Waiting.SKIPPED : Waiting.REAL);
        var licences = new ProgressBar(err(), "licences", plan.licences());
        var stage = WithoutServer.run(rehearsal.settings(), context -> rehearsal.setStage(context, licences::at));
        var findings = rehearsal.play(stage, new ProgressBar(err(), "rounds", plan.rounds())::at);
        return findings.with(WithoutServer.run(rehearsal.settings(), Drill::check));
    }

    private static List<Verdict> check(ApplicationContext context) {
        var check = context.getBean(CheckLog.class);
        return check.logs().stream()
                .map(head -> check.check(head, 0, head.size(), List.of(), done -> {}))
                .toList();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Reads the name of a fault. */
    static final class FaultName implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String text) {
            return Fault.of(text)
                    .orElseThrow(() -> new TypeConversionException("a fault is one of "
                            + Arrays.stream(Fault.values()).map(Fault::text).toList()));
        }
    }
}
