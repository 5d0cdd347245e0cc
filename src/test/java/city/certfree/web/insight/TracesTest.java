package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.OtlpReceiver;
import city.certfree.fixture.OtlpReceiver.Seen;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a collector of traces gets, over the wire. */
@MicronautTest(transactional = false)
class TracesTest implements OnDemoCity {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    private final OtlpReceiver collector = OtlpReceiver.start();

    @Inject
    Traces traces;

    @Inject
    @Client("/")
    HttpClient http;

    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(City.properties());
        properties.put("otel.exporter.otlp.endpoint", collector.endpoint());
        return properties;
    }

    @AfterAll
    void stop() {
        collector.close();
    }

    @Test
    void aUseIsASpanWithItsRouteChannelAndOutcomeInTheCallersTrace() throws InterruptedException {
        var system = Caller.system(http);
        var reply = system.post("/api/v1/shares", UseRequest.share().body(), "traceparent", traceparent("1"));
        assertEquals(200, reply.status());
        var span = spanOf("1");
        assertEquals(PARENT, span.parent());
        assertEquals("POST /api/v1/shares", span.name());
        assertEquals(
                Map.of(
                        "http.request.method", "POST",
                        "http.route", "/api/v1/shares",
                        "http.response.status_code", "200",
                        "certfree.channel", "share",
                        "certfree.outcome", "shared"),
                span.attributes());
        assertTrue(!span.failed());
    }

    @Test
    void theRouteOfASpanIsItsTemplate() throws InterruptedException {
        var nobody = Caller.nobody(http);
        nobody.send(HttpRequest.GET("/api/v1/items/" + UseRequest.BIRTH_REGISTRATION)
                .header("traceparent", traceparent("2")));
        assertEquals("GET /api/v1/items/{itemCode}", spanOf("2").name());
        nobody.send(HttpRequest.GET("/api/v1/" + Caller.WANG).header("traceparent", traceparent("3")));
        assertEquals("GET none", spanOf("3").name());
        assertEquals("404", spanOf("3").attributes().get("http.response.status_code"));
    }

    @Test
    void whatACallerDoesNotKeepIsNotSent() throws InterruptedException {
        var nobody = Caller.nobody(http);
        nobody.send(HttpRequest.GET("/api/v1/items?limit=1")
                .header("traceparent", traceparent("4").replaceAll("01$", "00")));
        nobody.send(HttpRequest.GET("/api/v1/items?limit=1").header("traceparent", traceparent("5")));
        assertEquals(PARENT, spanOf("5").parent());
        assertEquals(List.of(), spansOf(trace("4")));
    }

    @Test
    void aProblemNamesTheTraceOfItsSpan() throws InterruptedException {
        var given =
                Caller.nobody(http).send(HttpRequest.GET("/api/v1/nothing").header("traceparent", traceparent("6")));
        assertEquals(spanOf("6").trace(), given.text("traceId"));
        var begun = Caller.nobody(http).get("/api/v1/nothing").text("traceId");
        assertEquals("", only(begun).parent());
    }

    @Test
    void aMalformedTraceparentBeginsATrace() throws InterruptedException {
        var malformed = "00-" + TRACE + "-0000000000000000-01";
        var reply = Caller.nobody(http).send(HttpRequest.GET("/api/v1/nothing").header("traceparent", malformed));
        var span = only(reply.text("traceId"));
        assertEquals("", span.parent());
        assertTrue(!span.trace().equals(TRACE));
    }

    /** The last digit of the trace id tells the tests apart. */
    private static String traceparent(String digit) {
        return "00-" + trace(digit) + "-" + PARENT + "-01";
    }

    private static String trace(String digit) {
        return TRACE.substring(0, 31) + digit;
    }

    private Seen spanOf(String digit) throws InterruptedException {
        return only(trace(digit));
    }

    private Seen only(String trace) throws InterruptedException {
        traces.flush();
        collector.await(spans -> spans.stream().anyMatch(span -> span.trace().equals(trace)));
        var spans = spansOf(trace);
        assertEquals(1, spans.size());
        return spans.getFirst();
    }

    private List<Seen> spansOf(String trace) {
        return collector.spans().stream()
                .filter(span -> span.trace().equals(trace))
                .toList();
    }
}
