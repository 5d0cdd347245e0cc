package city.certfree.web.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends a connection on which it is open to doubt where a request ends, if it does: what follows could be another request for
 * whoever stands in front (RFC 9112, section 11.2), or never stop. It runs on the connection's event loop alone.
 */
final class StrictFraming extends ChannelDuplexHandler {
    /** What may be left of a body that is refused, so that its sender reads the refusal: more is not waited for. */
    private static final int MOST_LEFT_BYTES = 1 << 20;

    private boolean endless;
    private boolean doubtful;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (doubtful && message instanceof HttpRequest) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            endless = HttpUtil.isTransferEncodingChunked(request)
                    || HttpUtil.getContentLength(request, 0L) > MOST_LEFT_BYTES;
            if (!isChunkedOrNot(request)) {
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("transfer-encoding")));
            }
        }
        doubtful |= message instanceof HttpObject part && part.decoderResult().isFailure();
        super.channelRead(context, message);
    }

    /** The only transfer coding is "chunked", said once (RFC 9112, section 6.1). */
    private static boolean isChunkedOrNot(HttpRequest request) {
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        doubtful |= endless
                && message instanceof HttpResponse response
                && response.status().equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        boolean isLast = doubtful && message instanceof LastHttpContent;
        super.write(context, message, isLast ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise);
    }
}
