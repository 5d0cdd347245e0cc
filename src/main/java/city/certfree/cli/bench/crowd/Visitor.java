package city.certfree.cli.bench.crowd;

import city.certfree.cli.bench.drive.HttpConnection.Answer;
import city.certfree.cli.bench.drive.HttpExchange.Question;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the crowd, with a kept connection, over which a request goes out when the one before is answered. It never waits. */
final class Visitor {
    private static final int BUFFER_BYTES = 16 << 10;

    private final Selector selector;
    private final SocketAddress service;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private @Nullable SocketChannel channel;
    private @Nullable Question question;
    private long due;
    private long sentAt;

    Visitor(Selector selector, SocketAddress service) {
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
    void ask(Question next, long dueAt) throws IOException {
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
    Optional<Answer> goOn(SelectionKey key) throws IOException {
        var open = (SocketChannel) key.channel();
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

    boolean isWaiting() {
        return question != null;
    }

    /** The answer has come. */
    void note(Answer answer, Score score) {
        var asked = question;
        if (asked != null) {
            score.answered(asked, answer, due, sentAt);
        }
        question = null;
        if (answer.isLast()) {
            leave();
        }
    }

    /** Gives the connection up, and what is not answered. */
    void leave() {
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
