package city.certfree.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.OnH2;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is one too many is turned away at once, whoever it is, and nobody else waits for it (F-22). */
@MicronautTest(transactional = false)
class DoorTest implements OnH2 {
    private static final int MOST = 1;
    private static final String ACT = "/api/v1/verifications";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    Refusals refusals;

    @Inject
    MeterRegistry metrics;

    private UnderWay underWay;
    private EmbeddedChannel inside;
    private EmbeddedChannel next;

    @BeforeEach
    void open() {
        underWay = new UnderWay(MOST);
        inside = new EmbeddedChannel(new Door(underWay, refusals));
        next = new EmbeddedChannel(new Door(underWay, refusals));
    }

    @Test
    void turnsAwayWhatIsOneTooManyUntilOneIsAnswered() throws ParseException {
        send(inside, HttpMethod.POST, ACT);
        double before = refused();
        send(next, HttpMethod.POST, ACT);

        assertEquals(0, next.inboundMessages().size());
        try (var answer = Released.of(next.readOutbound())) {
            assertEquals(HttpResponseStatus.SERVICE_UNAVAILABLE, answer.answer.status());
            assertEquals("2", answer.header("Retry-After"));
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-store", answer.header("Cache-Control"));
            var problem = JSONObjectUtils.parse(answer.answer.content().toString(StandardCharsets.UTF_8));
            assertEquals("overloaded", problem.get("code"));
            assertEquals("服务繁忙", problem.get("title"));
            assertEquals(TRACE, problem.get("traceId"));
        }
        assertEquals(before + 1, refused());

        answer(inside, HttpResponseStatus.OK);
        send(next, HttpMethod.POST, ACT);
        assertEquals(2, next.inboundMessages().size());
    }

    @Test
    void letsInWhatIsNoActAndKeepsTheConnectionOfWhatItTurnedAway() {
        send(inside, HttpMethod.POST, ACT);
        send(next, HttpMethod.POST, ACT);
        send(next, HttpMethod.GET, "/api/v1/items");
        send(next, HttpMethod.POST, "/counter/verify");

        assertTrue(next.isOpen());
        assertEquals(4, next.inboundMessages().size());
    }

    @Test
    void h11_whoSendsSlowlyTakesNobodysPlace() {
        inside.writeInbound(act(ACT));
        send(next, HttpMethod.POST, ACT);
        assertEquals(2, next.inboundMessages().size());
        inside.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        answer(next, HttpResponseStatus.OK);
        assertTrue(underWay.isFull());
    }

    @Test
    void countsNobodyTwiceAndNobodyWhoHasGone() {
        send(inside, HttpMethod.POST, ACT);
        answer(inside, HttpResponseStatus.CONTINUE);
        assertTrue(underWay.isFull());
        answer(inside, HttpResponseStatus.OK);
        assertFalse(underWay.isFull());

        inside.writeInbound(act(ACT));
        answer(inside, HttpResponseStatus.UNAUTHORIZED);
        inside.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertFalse(underWay.isFull());

        send(inside, HttpMethod.POST, ACT);
        assertTrue(underWay.isFull());
        inside.close().syncUninterruptibly();
        assertFalse(underWay.isFull());
    }

    @Test
    void neverAnswersBeforeWhatWasAskedBefore() {
        send(inside, HttpMethod.POST, ACT);
        send(next, HttpMethod.GET, "/api/v1/items");
        send(next, HttpMethod.POST, ACT);

        assertEquals(4, next.inboundMessages().size());
        assertEquals(0, next.outboundMessages().size());
    }

    @Test
    void h08_waitsForNoLongBodyOfWhatItTurnsAway() {
        send(inside, HttpMethod.POST, ACT);
        var large = act(ACT);
        large.headers().set(HttpHeaderNames.CONTENT_LENGTH, 1 << 20);
        next.writeInbound(large, new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[10])));

        try (var answer = Released.of(next.readOutbound())) {
            assertEquals("close", answer.header("Connection"));
        }
        assertFalse(next.isOpen());
    }

    private double refused() {
        return metrics.get("certfree.problems")
                .tag("code", "overloaded")
                .counter()
                .count();
    }

    private static DefaultHttpRequest act(String path) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
    }

    private static void send(EmbeddedChannel channel, HttpMethod method, String path) {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, path);
        request.headers().set("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        channel.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static void answer(EmbeddedChannel channel, HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    /** What was answered. */
    private record Released(FullHttpResponse answer) implements AutoCloseable {
        static Released of(Object answer) {
            return new Released(assertInstanceOf(FullHttpResponse.class, answer));
        }

        String header(String name) {
            return answer.headers().get(name);
        }

        @Override
        public void close() {
            answer.release();
        }
    }
}
