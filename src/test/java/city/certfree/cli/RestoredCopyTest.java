package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.MariaDbArchive;
import city.certfree.fixture.MariaDbServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** F-29: backup and restore as {@code docs/operations.md} says it, with MariaDB's own programs, while uses go on. */
class RestoredCopyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int BEFORE = 300;
    private static final int CALLERS = 4;

    private final MariaDbServer server = MariaDbServer.own();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aCopyTakenUnderLoadHasWhatWasAcknowledgedAndPassesWithTheWitnessFile() throws Exception {
        var dump = folder.resolve("certfree.sql");
        var properties = new HashMap<String, Object>(server.properties());
        properties.put(WithoutServer.COMMAND, true);
        List<String> before;
        Path witness;
        Path later;
        try (var context = ApplicationContext.run(properties)) {
            var log = context.getBean(AccessLog.class);
            for (int i = 0; i < BEFORE; i++) {
                use(log);
            }
            witness = checkpoints("witness.txt");
            before = List.copyOf(acknowledged);
            underLoad(log, () -> run("mariadb-dump", server, dump, "--single-transaction", "--quick", "certfree"));
            assertTrue(acknowledged.size() > before.size(), "there was load");
            later = checkpoints("later.txt");
        }

        var copy = MariaDbServer.own();
        run("mariadb", copy, folder.resolve("restored.txt"), "--execute=source " + dump, "certfree");
        assertEquals(List.of(), missing(copy, before));
        var whole = verify(copy, witness);
        assertEquals(0, whole.exitCode(), whole::said);
        assertTrue(whole.said().contains("whole"), whole::said);

        var cutOff = verify(copy, later);
        assertEquals(1, cutOff.exitCode(), cutOff::said);
        assertTrue(cutOff.said().contains("witness contradicted"), cutOff::said);
    }

    private void use(AccessLog log) {
        var record = AccessRecordOf.use(AccessRecordOf.holder(acknowledged.size() % 1_000), NOW);
        log.append(Pending.recorded(record, receipt -> receipt));
        acknowledged.add(HexFormat.of().formatHex(record.id().value().toBytes()));
    }

    /** Callers use licences before, while and after the work is done. */
    private void underLoad(AccessLog log, Work work) throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    while (!done.get()) {
                        use(log);
                    }
                    use(log);
                }));
            }
            try {
                work.run();
            } finally {
                done.set(true);
            }
            for (var caller : callers) {
                caller.get();
            }
        }
    }

    private Path checkpoints(String name) throws IOException {
        var answer = command(server, "audit", "checkpoints");
        assertEquals(0, answer.exitCode(), answer::said);
        return Files.writeString(folder.resolve(name), answer.said());
    }

    private static Answer verify(MariaDbServer which, Path witness) {
        return command(which, "audit", "verify", "--witness", witness.toString());
    }

    private static List<String> missing(MariaDbServer copy, List<String> records) throws SQLException {
        var missing = new ArrayList<>(records);
        try (var connection = copy.asRoot();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT LOWER(HEX(`record_id`)) FROM `access_record`")) {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            missing.removeIf(found::contains);
        }
        return missing;
    }

    /** Runs one of MariaDB's programs as the tables' owner; what it says goes into a file. */
    private void run(String program, MariaDbServer where, Path into, String... arguments)
            throws IOException, InterruptedException {
        var properties = where.properties();
        var address = URI.create(Objects.requireNonNull(properties.get("datasources.default.url"))
                .substring(5));
        var line = new ArrayList<>(List.of(
                MariaDbArchive.program(program, folder).toString(),
                "--no-defaults",
                "--skip-ssl",
                "--host=127.0.0.1",
                "--port=" + address.getPort(),
                "--user=" + properties.get("flyway.datasources.migration.user"),
                "--password=" + properties.get("flyway.datasources.migration.password")));
        line.addAll(List.of(arguments));
        var errors = folder.resolve(program + ".err");
        var process = new ProcessBuilder(line)
                .redirectOutput(into.toFile())
                .redirectError(errors.toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(errors));
    }

    private static Answer command(MariaDbServer which, String... arguments) {
        var said = new StringWriter();
        var properties = which.properties();
        properties.forEach(System::setProperty);
        try {
            int exitCode = new CommandLine(Certfree.class)
                    .setOut(new PrintWriter(said, true))
                    .setErr(new PrintWriter(said, true))
                    .execute(arguments);
            return new Answer(exitCode, said.toString());
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private record Answer(int exitCode, String said) {}

    private interface Work {
        void run() throws Exception;
    }
}
