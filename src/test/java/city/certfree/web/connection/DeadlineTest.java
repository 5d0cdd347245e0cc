package city.certfree.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.web.connection.Deadline.Limits;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a channel whose time the test moves. */
class DeadlineTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30));

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void open() {
        channel.freezeTime();
        channel.pipeline().addLast(new Deadline(LIMITS));
    }

    @Test
    void h11_cutsAConnectionWhoseFirstHeadIsNotThereInTime() {
        pass(9);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void letsARequestTakeItsTimeOnceItIsThere() {
        sendHead();
        sendEnd();
        pass(1000);
        assertTrue(channel.isOpen());
    }

    @Test
    void h11_cutsAConnectionWhoseBodyIsNotThereInTime() {
        sendHead();
        pass(29);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void letsABodyComeAsSlowlyAsItIsWorkedOnWhereItIsStreamed() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/v1/licence-batches"));
        pass(1000);
        assertTrue(channel.isOpen());
    }

    @Test
    void waitsForNoRestOfABodyOnceItIsAnswered() {
        sendHead();
        respond();
        pass(59);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void h11_cutsAKeptConnectionWhoseNextHeadIsNotThereInTime() {
        sendHead();
        respond();
        pass(59);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void servesTheNextRequestOfAKeptConnection() {
        sendHead();
        respond();
        sendHead();
        sendEnd();
        pass(1000);
        assertTrue(channel.isOpen());
        assertEquals(
                4, channel.inboundMessages().size() + channel.outboundMessages().size());
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private void sendHead() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    private void sendEnd() {
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void respond() {
        LastHttpContent whole = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        channel.writeOutbound(whole);
    }
}
