package city.certfree.cli.bench.crowd;

import city.certfree.cli.bench.http.Talk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Connections that are slow on purpose: one half sends the head of a request by a byte a second, the other half its body. One that
 * the service cuts is opened anew, so that there are always so many.
 */
final class SlowCrowd implements AutoCloseable {
    private static final String END_OF_LINE = "\r\n";
    private static final String END_OF_HEAD = END_OF_LINE + END_OF_LINE;
    private static final int TICKS_PER_BYTE = 10;
    private static final Duration TICK = Duration.ofMillis(100);

    private final List<Slow> all = new ArrayList<>();
    private final InetSocketAddress service;
    private final Talk talk;
    private final Thread thread;
    private volatile boolean over;
    private long opened;
    private long cut;

    /** Opens them, and lets them go on until it is closed. */
    SlowCrowd(int port, int count, Talk talk) throws IOException {
        this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.talk = talk;
        for (int i = 0; i < count; i++) {
            var slow = new Slow(i % 2 == 0 ? END_OF_LINE : END_OF_HEAD);
            slow.open();
            all.add(slow);
        }
        this.thread = Thread.ofPlatform().daemon().name("slow-crowd").start(this::drip);
    }

    private void drip() {
        for (int tick = 0; !over; tick++) {
            for (int i = tick % TICKS_PER_BYTE; i < all.size(); i += TICKS_PER_BYTE) {
                all.get(i).drip();
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /**
     * Ends it.
     *
     * @return how many connections there were in all, and how many of them the service cut
     */
    long[] end() throws IOException {
        close();
        return new long[] {opened, cut};
    }

    @Override
    public void close() throws IOException {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var slow : all) {
            slow.channel.close();
        }
    }

    private final class Slow {
        private final String until;
        private final ByteBuffer anything = ByteBuffer.allocate(1 << 10);
        private SocketChannel channel = SocketChannel.open();
        private ByteBuffer rest = ByteBuffer.allocate(0);

        /** @param until what of a request it sends at once */
        Slow(String until) throws IOException {
            this.until = until;
        }

        void open() throws IOException {
            channel.close();
            channel = SocketChannel.open(service);
            byte[] request = talk.next().orElseThrow().request();
            int at = new String(request, StandardCharsets.ISO_8859_1).indexOf(until) + until.length();
            channel.write(ByteBuffer.wrap(request, 0, at));
            channel.configureBlocking(false);
            // The last byte is never sent.
            rest = ByteBuffer.wrap(request, at, request.length - at - 1);
            opened++;
        }

        void drip() {
            try {
                if (isCut()) {
                    cut++;
                    open();
                } else if (rest.hasRemaining()) {
                    channel.write(ByteBuffer.wrap(new byte[] {rest.get()}));
                }
            } catch (IOException e) {
                // It is found to be cut at the next turn.
                rest.position(rest.limit());
            }
        }

        private boolean isCut() {
            try {
                anything.clear();
                return !channel.isOpen() || channel.read(anything) < 0;
            } catch (IOException e) {
                return true;
            }
        }
    }
}
