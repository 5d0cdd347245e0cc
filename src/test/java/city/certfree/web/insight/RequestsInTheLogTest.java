package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.FaultyCommits;
import city.certfree.fixture.OnH2;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** From a problem to its line in the log, and back. */
@MicronautTest(transactional = false)
@Property(name = FaultyCommits.PROPERTY, value = "true")
class RequestsInTheLogTest implements OnH2 {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    FaultyCommits faults;

    @Inject
    @Client("/")
    HttpClient http;

    @Test
    void aLineNamesTheTraceOfItsRequestAndSoDoesTheProblem() throws Exception {
        try (var log = new CapturedLog()) {
            faults.away(true);
            var begun = Caller.nobody(http).get("/log");
            var given = Caller.nobody(http)
                    .send(HttpRequest.GET("/log").header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
            faults.away(false);
            assertEquals("503 storage-unavailable", begun.problem());
            assertEquals(TRACE, given.text("traceId"));
            var lines = lines(log.json(), "storage unavailable");
            assertEquals(List.of(begun.text("traceId"), TRACE), lines);
            assertTrue(log.text().contains(" " + begun.text("traceId") + " storage unavailable"), log.text());
            assertTrue(log.text().contains(" " + TRACE + " storage unavailable"), log.text());
        }
    }

    @Test
    void aLineOutsideOfRequestsNamesNone() throws Exception {
        try (var log = new CapturedLog()) {
            LoggerFactory.getLogger("city.certfree.Alone").warn("alone");
            assertTrue(log.text().contains(" - alone"), log.text());
            assertFalse(log.json().contains(LogOutput.TRACE_ID));
        }
    }

    /** What a library says by the platform's logging; an address where nothing listens is the reason of it. */
    @Test
    void aCollectorThatIsAwayIsALineInTheFormOfTheLog() throws Exception {
        try (var log = new CapturedLog()) {
            ExporterLog.takeOver();
            ExporterLog.takeOver();
            Logger.getLogger("io.opentelemetry.exporter")
                    .log(Level.SEVERE, "Failed to export 3 spans.", new ConnectException("to 127.0.0.1\nforged"));
            Logger.getLogger("io.opentelemetry.exporter").info("nothing that anybody needs");
            assertEquals(1, log.json().lines().count(), log.json());
            assertTrue(log.text()
                    .endsWith("Failed to export 3 spans. java.net.ConnectException" + System.lineSeparator()));
        }
    }

    /** The traces of the lines whose message begins so. */
    private static List<String> lines(String json, String message) {
        return json.lines()
                .map(RequestsInTheLogTest::object)
                .filter(line -> String.valueOf(line.get("formattedMessage")).startsWith(message))
                .map(line -> (Map<?, ?>) Objects.requireNonNull(line.get("mdc")))
                .map(context -> String.valueOf(context.get(LogOutput.TRACE_ID)))
                .toList();
    }

    private static Map<String, Object> object(String line) {
        try {
            return JsonMapper.createDefault().readValue(line, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
