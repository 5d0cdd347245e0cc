package city.certfree.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictFramingTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new StrictFraming());

    @Test
    void keepsAConnectionWhoseRequestsEnd() {
        assertFalse(read("transfer-encoding", "Chunked").decoderResult().isFailure());
        answer(HttpResponseStatus.OK);
        assertFalse(read("content-length", "2").decoderResult().isFailure());
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        assertTrue(channel.isOpen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "chunked, identity", "gzip, chunked", "chunked, chunked", "x chunked", "x"})
    void h09_endsAConnectionOfAnotherTransferCoding(String coding) {
        assertTrue(read("transfer-encoding", coding).decoderResult().isFailure());
        answer(HttpResponseStatus.BAD_REQUEST);
        assertFalse(channel.isOpen());
    }

    @Test
    void h09_readsNoSecondRequestBehindADoubtfulOne() {
        read("transfer-encoding", List.of("chunked", "identity"));
        channel.writeInbound(request("x", "y"));
        assertNull(channel.readInbound());
    }

    @Test
    void h09_endsAConnectionWhoseBodyCannotBeRead() {
        read("transfer-encoding", "chunked");
        var broken = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
        broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("chunk")));
        channel.writeInbound(broken);
        answer(HttpResponseStatus.BAD_REQUEST);
        assertFalse(channel.isOpen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length: 1048577", "transfer-encoding: chunked"})
    void h08_waitsForNoEndOfABodyThatIsTooLarge(String header) {
        read(header.replaceFirst(":.*", ""), header.replaceFirst(".*: ", ""));
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        assertFalse(channel.isOpen());
    }

    @Test
    void h08_answersAHeadThatCouldNotBeRead() {
        var request = request("content-length", "abc");
        request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("length")));
        channel.writeInbound(request);
        assertEquals(request, channel.readInbound());
        answer(HttpResponseStatus.BAD_REQUEST);
        assertFalse(channel.isOpen());
    }

    private HttpRequest read(String header, Object value) {
        channel.writeInbound(request(header, value));
        return channel.readInbound();
    }

    private static HttpRequest request(String header, Object value) {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(header, value instanceof Iterable<?> many ? many : List.of(value));
        return request;
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
        assertEquals(status, ((DefaultFullHttpResponse) channel.readOutbound()).status());
    }
}
