package city.certfree.web.insight;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the figures of this node ({@code GET /prometheus}) on a port of its own. The server is the JDK's and not the
 * service's: it answers while the service has no connection and no thread left, and nothing that is asked of the public port
 * can reach it.
 */
@Singleton
public final class ManagementPort implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementPort.class);

    private static final String FIGURES = "/prometheus";

    /** The text format of Prometheus, which every collector reads. */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final long NO_BODY = -1;

    /** What the JDK's server bounds only when it is told to: seconds for a request and an answer, and connections. */
    private static final Map<String, String> BOUNDS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "30",
            "jdk.httpserver.maxConnections", "32");

    private final ManagementSettings settings;
    private final PrometheusMeterRegistry figures;
    private Optional<Running> running = Optional.empty();

    ManagementPort(ManagementSettings settings, PrometheusMeterRegistry figures) {
        this.settings = settings;
        this.figures = figures;
    }

    /** Opens the port once the service has opened its own; a command opens neither. */
    @Override
    public synchronized void onApplicationEvent(ServerStartupEvent event) {
        if (running.isEmpty()) {
            running = Optional.of(open());
            LOG.info("Metrics for operators: {}", address().resolve(FIGURES));
        }
    }

    private Running open() {
        BOUNDS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        try {
            var server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            return new Running(server, threads);
        } catch (IOException e) {
            // Without its cause: the start is refused in one sentence, which names the setting.
            throw new IllegalStateException(
                    "the management port %d of %s cannot be opened (%s): set CERTFREE_MANAGEMENT_PORT"
                            .formatted(settings.port(), settings.host(), e.getMessage()));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            if (!FIGURES.equals(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
            } else {
                give(exchange, method.equals("GET"));
            }
        }
    }

    private void give(HttpExchange exchange, boolean withBody) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (!withBody) {
            exchange.sendResponseHeaders(OK, NO_BODY);
            return;
        }
        var body = figures.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
    }

    /**
     * Where the port is, without a path.
     *
     * @throws IllegalStateException before the service has started
     */
    public synchronized URI address() {
        var bound = running.orElseThrow(() -> new IllegalStateException("the management port is not open"))
                .server()
                .getAddress();
        var host = Objects.requireNonNull(bound.getAddress()).getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
    }

    @PreDestroy
    synchronized void close() {
        running.ifPresent(open -> {
            open.server().stop(0);
            open.threads().shutdownNow();
        });
        running = Optional.empty();
    }

    private record Running(HttpServer server, ExecutorService threads) {}
}
