package city.certfree.cli.bench.server;

import city.certfree.Application;
import city.certfree.cli.bench.drive.PointSelects.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service as a city would run it, on a port of this machine's own interface. */
public final class ServiceProcess implements AutoCloseable {
    /** How large its heap may grow. */
    public static final String HEAP = "512m";

    /** As {@code docs/operations/certfree.service} starts it. */
    static final List<String> RECOMMENDED = List.of("-XX:+UseParallelGC");

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final int OK = 200;

    /** More than anybody asks in a measurement: what a quota refuses tells nothing of how fast it answers. */
    private static final String AMPLE = "2000000000";

    private final JavaProcess process;
    private final int port;
    private final Duration start;

    private ServiceProcess(JavaProcess process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param options further ones of its Java machine
     * @param log the file for what it says
     * @throws IllegalStateException with the last that it said, if it does not get ready
     */
    public static ServiceProcess start(BenchDatabase database, List<String> options, Path log) throws IOException {
        return start(database, new Place(freePort(), Map.of(), options, log));
    }

    /**
     * Starts it at a place where it may have been before, and waits until it is ready.
     *
     * @throws IllegalStateException with the last that it said, if it does not get ready
     */
    public static ServiceProcess start(BenchDatabase database, Place place) throws IOException {
        var all = new ArrayList<>(List.of("-Xmx" + HEAP));
        all.addAll(RECOMMENDED);
        all.addAll(place.options);
        var environment = new HashMap<>(environment(database, place.port));
        environment.putAll(place.environment);
        long begun = System.nanoTime();
        var process = JavaProcess.start(all, List.of(Application.class.getName(), "serve"), environment, place.log);
        awaitReadiness(process, place.port);
        return new ServiceProcess(process, place.port, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** The settings of a context of this process that loads the same database. */
    public static Map<String, Object> settings(BenchDatabase database) {
        return Map.of(
                "certfree.mode", "demo",
                "certfree.demo.load", "true",
                "certfree.demo.persons", "0",
                "datasources.default.url", database.service().url(),
                "datasources.default.username", database.service().user(),
                "datasources.default.password", database.service().password(),
                "flyway.datasources.migration.user", database.owner().user(),
                "flyway.datasources.migration.password", database.owner().password());
    }

    private static Map<String, String> environment(BenchDatabase database, int port) {
        Login service = database.service();
        Login owner = database.owner();
        return Map.ofEntries(
                Map.entry("CERTFREE_MODE", "demo"),
                Map.entry("CERTFREE_DEMO_PERSONS", "0"),
                Map.entry("CERTFREE_DB_URL", service.url()),
                Map.entry("CERTFREE_DB_USER", service.user()),
                Map.entry("CERTFREE_DB_PASSWORD", service.password()),
                Map.entry("CERTFREE_DB_MIGRATION_USER", owner.user()),
                Map.entry("CERTFREE_DB_MIGRATION_PASSWORD", owner.password()),
                Map.entry("CERTFREE_QUOTA_PER_MINUTE", AMPLE),
                Map.entry("CERTFREE_QUOTA_PER_HOUR", AMPLE),
                Map.entry("CERTFREE_QUOTA_PER_DAY", AMPLE),
                Map.entry("CERTFREE_QUOTA_HOLDERS_PER_DAY", "8000"),
                Map.entry("CERTFREE_PUBLIC_URL", "http://localhost:" + port),
                Map.entry("CERTFREE_MANAGEMENT_PORT", "0"),
                Map.entry("MICRONAUT_SERVER_HOST", "127.0.0.1"),
                Map.entry("MICRONAUT_SERVER_PORT", Integer.toString(port)));
    }

    private static void awaitReadiness(JavaProcess process, int port) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            for (var waited = Duration.ZERO; waited.compareTo(START_LIMIT) < 0; waited = waited.plus(BETWEEN_TRIES)) {
                if (!process.process().isAlive()) {
                    break;
                }
                if (isReady(http, request)) {
                    return;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.close();
        throw new IllegalStateException("the service does not get ready: " + process.endOfLog());
    }

    private static boolean isReady(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** On which it listens. */
    public int port() {
        return port;
    }

    /** From the begin of the process to readiness, on the loaded database. */
    public Duration startTime() {
        return start;
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.process().toHandle();
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * Asks it to end (SIGTERM), and waits until it has.
     *
     * @return how long that took
     */
    public Duration stop() {
        long begun = System.nanoTime();
        process.close();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Ends it at once, in whatever it is doing. */
    public void kill() {
        process.kill();
    }

    /** The last lines of what it said. */
    public String endOfLog() {
        return process.endOfLog();
    }

    /**
     * Where and how it runs.
     *
     * @param port on which it listens, and by which it calls itself in tokens
     * @param environment settings that win over the usual ones
     * @param options further ones of its Java machine
     * @param log the file to which is added what it says
     */
    public record Place(int port, Map<String, String> environment, List<String> options, Path log) {
        public Place {
            environment = Map.copyOf(environment);
            options = List.copyOf(options);
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
