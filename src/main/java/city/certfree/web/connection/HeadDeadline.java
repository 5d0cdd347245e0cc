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

/** Closes its connection when no complete head has come in time. It runs on the connection's event loop alone. */
final class HeadDeadline extends ChannelDuplexHandler {
    private final Duration first;
    private final Duration next;
    private @Nullable Future<?> closing;
    private boolean expired;

    HeadDeadline(Duration first, Duration next) {
        this.first = first;
        this.next = next;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        await(context, first);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (expired) {
            // What the decoder makes of half a head when the connection ends: nobody is there to be answered.
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            cancel();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent) {
            await(context, next);
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
}
