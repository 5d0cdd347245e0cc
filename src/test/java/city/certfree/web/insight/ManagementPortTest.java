package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.Scraped;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class ManagementPortTest implements OnH2 {
    @Inject
    ManagementPort port;

    @Inject
    PrometheusMeterRegistry figures;

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Test
    void givesTheFiguresAsTextOfPrometheus() {
        var answer = Scraped.get(at("/prometheus"));
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("# TYPE jvm_memory_used_bytes gauge"));
    }

    @Test
    void isTheLoopbackInterfacesUnlessASettingSaysOtherwise() {
        assertEquals("127.0.0.1", port.address().getHost());
        assertEquals("127.0.0.1", new ManagementSettings("127.0.0.1", 0).host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/health/liveness",
                "/prometheus/",
                "/Prometheus",
                "/prometheus/x",
                "/api/v1/items"
            })
    void hasNothingElse(String path) {
        assertEquals(404, Scraped.get(at(path)).statusCode());
    }

    @Test
    void isOnlyRead() throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            for (var method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
                var request = HttpRequest.newBuilder(at("/prometheus"))
                        .method(method, BodyPublishers.noBody())
                        .build();
                var answer = client.send(request, BodyHandlers.ofString());
                assertEquals(405, answer.statusCode(), method);
                assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
            }
            var head = HttpRequest.newBuilder(at("/prometheus")).HEAD().build();
            assertEquals(200, client.send(head, BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void thePublicPortHasNoFigures() {
        assertEquals("404 not-found", Caller.nobody(http).get("/prometheus").problem());
        assertEquals(200, Caller.nobody(http).get("/health/liveness").status());
    }

    @Test
    void aPortThatIsTakenRefusesTheStartInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var other = new ManagementPort(new ManagementSettings("127.0.0.1", taken.getLocalPort()), figures);
            var refusal = assertThrows(
                    IllegalStateException.class, () -> other.onApplicationEvent(new ServerStartupEvent(server)));
            var sentence = Objects.requireNonNull(refusal.getMessage());
            assertTrue(sentence.contains("CERTFREE_MANAGEMENT_PORT"), sentence);
            assertTrue(sentence.contains(Integer.toString(taken.getLocalPort())), sentence);
        }
    }

    @Test
    void isClosedWithTheService() {
        var other = new ManagementPort(new ManagementSettings("127.0.0.1", 0), figures);
        other.onApplicationEvent(new ServerStartupEvent(server));
        var address = other.address().resolve("/prometheus");
        assertEquals(200, Scraped.get(address).statusCode());
        other.close();
        assertThrows(UncheckedIOException.class, () -> Scraped.get(address));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortIsAPort(int number) {
        assertThrows(IllegalArgumentException.class, () -> new ManagementSettings("127.0.0.1", number));
    }

    @Test
    void anAddressIsNotEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new ManagementSettings(" ", 0));
    }

    private URI at(String path) {
        return port.address().resolve(path);
    }
}
