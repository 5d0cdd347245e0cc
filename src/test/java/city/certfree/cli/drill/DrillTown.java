package city.certfree.cli.drill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.check.CheckLog;
import city.certfree.audit.check.Verdict;
import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.DatabaseServer;
import city.certfree.cli.bench.server.ServerOptions;
import city.certfree.cli.bench.server.TemporaryFolder;
import city.certfree.cli.drill.Rehearsal.Waiting;
import city.certfree.cli.drill.client.Stage;
import city.certfree.cli.drill.fault.Fault;
import city.certfree.cli.drill.fault.Fault.Measure;
import city.certfree.fixture.MariaDbArchive;
import io.micronaut.context.ApplicationContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A made-up city on a MariaDB server whose disk is small, shared by all short drills. */
final class DrillTown {
    private static final String CLASS_PATH = "java.class.path";
    private static final int LICENCES = 1_000;
    private static final int CLIENTS = 4;

    private final Path folder;
    private final BenchDatabase database;
    private final Stage stage;

    private DrillTown() throws IOException {
        folder = Files.createTempDirectory(MariaDbArchive.programs().home().getParent(), "drill-");
        var options = new ServerOptions(128 << 20, 32 << 20, Fault.DISK_FULL.serverOptions(1));
        var server = DatabaseServer.start(MariaDbArchive.programs(), folder.resolve("data"), options);
        database = BenchDatabase.on(server);
        Runtime.getRuntime().addShutdownHook(new Thread(this::demolish));
        var rehearsal = rehearsal(new Plan(Fault.SERVICE_KILL, measure(Duration.ofSeconds(1)), 1, LICENCES, CLIENTS));
        stage = with(rehearsal, context -> rehearsal.setStage(context, done -> {}));
    }

    private void demolish() {
        try {
            database.close();
            TemporaryFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drills it, and asserts that the ledger and the books agree and that something was there to agree on. */
    static Findings survives(Fault fault, int rounds, Duration length) throws IOException {
        var findings = Shared.TOWN.play(new Plan(fault, measure(length), rounds, LICENCES, CLIENTS));
        assertTrue(findings.agree(), findings::text);
        findings.balance().accounts().forEach(a -> assertTrue(a.acknowledged() > 0, findings::text));
        return findings;
    }

    private static Measure measure(Duration length) {
        return new Measure(length, 0.05, 1);
    }

    private Findings play(Plan plan) throws IOException {
        var classPath = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, withoutTheTests(classPath));
        try {
            var rehearsal = rehearsal(plan);
            var findings = rehearsal.play(stage, done -> {});
            return findings.with(with(rehearsal, DrillTown::check));
        } finally {
            System.setProperty(CLASS_PATH, classPath);
        }
    }

    /** The service that is drilled is the one that ships. */
    private static String withoutTheTests(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Verdict> check(ApplicationContext context) {
        var check = context.getBean(CheckLog.class);
        return check.logs().stream()
                .map(head -> check.check(head, 0, head.size(), List.of(), done -> {}))
                .toList();
    }

    private Rehearsal rehearsal(Plan plan) {
        return new Rehearsal(plan, database, folder, Waiting.SKIPPED);
    }

    private static <T> T with(Rehearsal rehearsal, Function<ApplicationContext, T> work) {
        var settings = new HashMap<String, Object>(rehearsal.settings());
        settings.put("certfree.command", true);
        settings.put("logger.levels.ROOT", "WARN");
        try (var context = ApplicationContext.run(settings)) {
            return work.apply(context);
        }
    }

    private static final class Shared {
        static final DrillTown TOWN = town();

        private static DrillTown town() {
            try {
                return new DrillTown();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
