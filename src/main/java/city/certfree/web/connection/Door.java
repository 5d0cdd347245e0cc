package city.certfree.web.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what would only wait for too many others, before the framework sees it: at a small part of what it would cost to find
 * out who asks, so that those inside are not held up by those outside. Clerks at their counter come through another door. A
 * request is inside from the end of its body to the end of its answer, so that who sends slowly takes nobody's place. It runs on
 * the connection's event loop alone.
 */
final class Door extends ChannelDuplexHandler {
    private static final String API = "/api/v1/";

    /** What may be left of a body that is turned away, so that its connection stays: more is not waited for. */
    private static final int MOST_LEFT_BYTES = 64 << 10;

    private final UnderWay underWay;
    private final Refusals refusals;

    /** Requests of this connection that are not answered, in their order. */
    private final ArrayDeque<Guest> guests = new ArrayDeque<>();

    private @Nullable Guest arriving;
    private boolean refusing;

    Door(UnderWay underWay, Refusals refusals) {
        this.underWay = underWay;
        this.refusals = refusals;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            boolean counts = isAct(request);
            // An answer never overtakes those before it on its connection.
            refusing = counts && guests.isEmpty() && underWay.isFull();
            if (refusing) {
                refuse(context, request);
            } else {
                arriving = new Guest(counts);
                guests.addLast(arriving);
            }
        }
        if (refusing) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof LastHttpContent && arriving != null) {
            arriving.enter();
            arriving = null;
        }
        super.channelRead(context, message);
    }

    private static boolean isAct(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && HttpMethod.POST.equals(request.method())
                && request.uri().startsWith(API);
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request) {
        boolean stays = HttpUtil.isKeepAlive(request)
                && !HttpUtil.is100ContinueExpected(request)
                && !HttpUtil.isTransferEncodingChunked(request)
                && HttpUtil.getContentLength(request, 0L) <= MOST_LEFT_BYTES;
        var written = context.writeAndFlush(refusals.of(request, stays));
        if (!stays) {
            var unused = written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            var answered = guests.pollFirst();
            if (answered != null) {
                answered.leave();
            }
        }
        super.write(context, message, promise);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        guests.forEach(Guest::leave);
        guests.clear();
    }

    /** One request. It may be answered before its body has ended. */
    private final class Guest {
        private final boolean counts;
        private boolean inside;
        private boolean gone;

        Guest(boolean counts) {
            this.counts = counts;
        }

        void enter() {
            if (counts && !gone) {
                inside = true;
                underWay.enter();
            }
        }

        void leave() {
            gone = true;
            if (inside) {
                inside = false;
                underWay.leave();
            }
        }
    }
}
