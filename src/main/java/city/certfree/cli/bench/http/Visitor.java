package city.certfree.cli.bench.http;

import city.certfree.cli.bench.http.HttpConnection.Answer;
import city.certfree.cli.bench.http.Talk.Question;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kept connection to the service, over which a request goes out when the one before is answered. It never waits; one thread may
 * ask while another reads.
 */
public final class Visitor {
    private static final int FIRST_BUFFER = 16 << 10;

    /** The service cuts a connection on which nothing has moved for a minute. */
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(40);

    private final Selector selector;
    private final SocketAddress service;
    private ByteBuffer in = ByteBuffer.allocate(FIRST_BUFFER);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private @Nullable SocketChannel channel;
    private @Nullable Question question;
    private long due;
    private long sentAt;

    /** Opens nothing yet. */
    public Visitor(Selector selector, SocketAddress service) {
        this.selector = selector;
        this.service = service;
    }

    /**
     * Begins to ask.
     *
     * @param dueAt when that was due
     * @throws java.net.ConnectException if no connection is taken
     * @throws IOException if the connection has ended
     */
    public synchronized void ask(Question next, long dueAt) throws IOException {
        if (System.nanoTime() - sentAt > IDLE_LIMIT.toNanos()) {
            leave();
        }
        question = next;
        due = dueAt;
        in.clear();
        out = ByteBuffer.wrap(next.request());
        sentAt = System.nanoTime();
        var open = channel == null ? connect() : channel;
        if (open.isConnected()) {
            write(open);
        }
    }

    private SocketChannel connect() throws IOException {
        var open = SocketChannel.open();
        channel = open;
        open.configureBlocking(false);
        open.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean isThere = open.connect(service);
        open.register(selector, isThere ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        // A thread that is selecting looks at the new connection only when it selects anew.
        selector.wakeup();
        return open;
    }

    private void write(SocketChannel open) throws IOException {
        sentAt = System.nanoTime();
        open.write(out);
        if (out.hasRemaining()) {
            open.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /**
     * Goes on where the connection lets it.
     *
     * @return the answer; empty when it is not all there
     * @throws java.net.ConnectException if no connection was taken
     * @throws IOException if the connection has ended while there was something to be answered
     */
    public synchronized Optional<Answer> goOn(SelectionKey key) throws IOException {
        var open = (SocketChannel) key.channel();
        if (open != channel || !key.isValid()) {
            // It has been left, and perhaps opened anew, while the selector was on its way to it.
            return Optional.empty();
        }
        if (key.isConnectable() && open.finishConnect()) {
            key.interestOps(SelectionKey.OP_READ);
            write(open);
        } else if (key.isWritable()) {
            key.interestOps(SelectionKey.OP_READ);
            write(open);
        }
        return key.isReadable() ? read(open) : Optional.empty();
    }

    private Optional<Answer> read(SocketChannel open) throws IOException {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
        }
        int count = open.read(in);
        if (question == null && count <= 0) {
            leave();
            return Optional.empty();
        }
        if (count < 0) {
            throw new EOFException("the service has closed the connection");
        }
        return Answer.ifComplete(in.array(), in.position());
    }

    /** Whether something that it asked is not answered. */
    public synchronized boolean isWaiting() {
        return question != null;
    }

    /** When its last call was due. */
    public synchronized long due() {
        return due;
    }

    /** When its last call was sent, in nanoseconds of {@link System#nanoTime()}. */
    public synchronized long sentAt() {
        return sentAt;
    }

    /**
     * Takes an answer as that to what it asked, which it gives.
     *
     * @throws IllegalStateException if it has not asked anything
     */
    public synchronized Question answered(Answer answer) {
        var asked = question;
        if (asked == null) {
            throw new IllegalStateException("nothing was asked");
        }
        question = null;
        if (answer.isLast()) {
            leave();
        }
        return asked;
    }

    /** Gives the connection up, and what is not answered. */
    public synchronized void leave() {
        question = null;
        var open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // It is given up in any case.
            }
        }
    }
}
