package city.certfree.cli.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server on a free port of the loopback interface, which flushes its log at every commit and has a user called root
 * without a password.
 *
 * <p>It ends with this process, even with one that is killed: a shell waits beside it for the end of a pipe that this process holds.
 */
public final class DatabaseServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    /** Runs a command, and ends it at the end of the pipe on the standard input. */
    private static final String TIED_TO_STDIN = "\"$@\" </dev/null & read -r _; kill $!; wait $!";

    /** The folder of temporary tables: a server that starts clears it, and would clear those of another that starts beside it. */
    private static final String TEMPORARY = "tmp";

    private final MariaDbPrograms programs;
    private final Path data;
    private final ServerOptions options;
    private final int port;
    private volatile @Nullable Process process;

    private DatabaseServer(MariaDbPrograms programs, Path data, ServerOptions options, int port) {
        this.programs = programs;
        this.data = data;
        this.options = options;
        this.port = port;
    }

    /**
     * Starts a server and waits until it takes connections.
     *
     * @param data the folder of its data; with system tables of its own when it is empty or not there
     * @throws IllegalStateException with the end of its log, if it does not start
     */
    public static DatabaseServer start(MariaDbPrograms programs, Path data, ServerOptions options) throws IOException {
        Files.createDirectories(data.resolve(TEMPORARY));
        var server = new DatabaseServer(programs, data.toAbsolutePath(), options, freePort());
        if (!Files.exists(data.resolve("mysql"))) {
            server.createSystemTables();
        }
        server.start();
        return server;
    }

    /** Starts it again on its port and data, and waits until it takes connections. */
    public void start() {
        try {
            process = launch();
            awaitConnection().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDBC URL of one of its databases. */
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(port, database);
    }

    /** A connection of a user who may do everything. */
    public Administration administration() {
        try {
            return Administration.opener().open(url(""), "root", "");
        } catch (Administration.Unreachable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process of the server itself; the one beside it only waits. */
    public ProcessHandle handle() {
        return Objects.requireNonNull(process).children().findFirst().orElseThrow();
    }

    /** How it is set. */
    public ServerOptions options() {
        return options;
    }

    /** Ends it in order; its data stay. */
    @Override
    public void close() {
        var running = process;
        process = null;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("MariaDB does not end" + endOfLog());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it at once, in whatever it is doing (SIGKILL); its data stay as they are. */
    public void kill() {
        handle().destroyForcibly();
        // The shell beside it takes leave of it: until then it counts as alive, however dead it is.
        close();
    }

    private void createSystemTables() throws IOException {
        var bootstrap = logging(command("--bootstrap")).start();
        try (var sql = bootstrap.getOutputStream()) {
            sql.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (var script : programs.scripts()) {
                Files.copy(script, sql);
            }
        }
        try {
            if (bootstrap.waitFor() != 0) {
                throw new IllegalStateException("MariaDB makes no system tables" + endOfLog());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", TIED_TO_STDIN, "sh"));
        command.addAll(command(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + data.resolve("socket"),
                "--skip-name-resolve",
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + options.bufferPoolBytes(),
                "--max-connections=300",
                "--max-connect-errors=10000"));
        return logging(command).start();
    }

    private List<String> command(String... further) {
        var command = new ArrayList<>(List.of(
                programs.server().toString(),
                "--no-defaults",
                "--basedir=" + programs.home(),
                "--lc-messages-dir=" + programs.share(),
                "--character-sets-dir=" + programs.share().resolve("charsets"),
                "--datadir=" + data,
                "--tmpdir=" + data.resolve(TEMPORARY),
                "--ignore-db-dirs=" + TEMPORARY,
                "--innodb-log-file-size=" + options.logBytes()));
        // Without being told so, it does not run as root.
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.addAll(options.further());
        command.addAll(List.of(further));
        return command;
    }

    private ProcessBuilder logging(List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    /** Beside the data: in their folder the server takes every other folder for a database. */
    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private Administration awaitConnection() throws InterruptedException {
        var opener = Administration.opener();
        for (var waited = Duration.ZERO; waited.compareTo(START_LIMIT) < 0; waited = waited.plus(BETWEEN_TRIES)) {
            try {
                return opener.open(url(""), "root", "");
            } catch (Administration.Unreachable notYet) {
                Thread.sleep(BETWEEN_TRIES);
            }
        }
        throw new IllegalStateException("MariaDB does not start" + endOfLog());
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(log());
            return ": "
                    + String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return ".";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
