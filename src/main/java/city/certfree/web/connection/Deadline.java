package city.certfree.web.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes its connection when no complete head has come in time, or not the whole of a body that is not streamed. It runs on the
 * connection's event loop alone.
 */
final class Deadline extends ChannelDuplexHandler {
    private final Limits limits;
    private @Nullable Future<?> closing;
    private boolean isBodyMissing;
    private boolean expired;

    Deadline(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        await(context, limits.firstHead);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (expired) {
            // What the decoder makes of half a head when the connection ends: nobody is there to be answered.
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            cancel();
            isBodyMissing = !StreamedBodies.are(request.uri());
        }
        if (message instanceof LastHttpContent && isBodyMissing) {
            isBodyMissing = false;
            cancel();
        }
        super.channelRead(context, message);
    }

    /** Most bodies come with their heads, and need no deadline. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (isBodyMissing && closing == null) {
            await(context, limits.body);
        }
        super.channelReadComplete(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent) {
            isBodyMissing = false;
            await(context, limits.nextHead);
        }
        super.write(context, message, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    private void await(ChannelHandlerContext context, Duration limit) {
        cancel();
        closing = context.executor().schedule(() -> close(context), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void close(ChannelHandlerContext context) {
        expired = true;
        var unused = context.close();
    }

    private void cancel() {
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }

    /**
     * How long what may take.
     *
     * @param firstHead from opening the connection to the end of the first head
     * @param nextHead from the end of a response to the end of the next head; on kept connections most of it is waiting
     * @param body from the end of a head to the end of its body
     */
    record Limits(Duration firstHead, Duration nextHead, Duration body) {}
}
