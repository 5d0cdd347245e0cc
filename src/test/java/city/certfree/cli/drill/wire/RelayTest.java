package city.certfree.cli.drill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.drill.wire.Valve.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between a client and a server that answers every piece by the same piece. */
@SuppressWarnings("NullAway.Init") // JUnit sets it up
class RelayTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] COMMIT = {7, 0, 0, 0, 3, 'C', 'O', 'M', 'M', 'I', 'T'};
    private static final byte[] SELECT = {9, 0, 0, 0, 3, 'S', 'E', 'L', 'E', 'C', 'T', ' ', '1'};

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket socket) {
        var bytes = new byte[1_000];
        try (socket) {
            for (int length = read(socket, bytes); length > 0; length = read(socket, bytes)) {
                arrived.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
                socket.getOutputStream().write(bytes, 0, length);
            }
        } catch (IOException broken) {
            // As a server takes it.
        }
        arrived.add("end");
    }

    private static int read(Socket socket, byte[] bytes) throws IOException {
        return socket.getInputStream().read(bytes);
    }

    @Test
    void passesEverythingBothWays() throws IOException {
        try (var relay = relay(() -> Tap.NONE);
                var client = client(relay)) {
            assertEquals("one", ask(client, "one"));
            assertEquals("two", ask(client, "two"));
        }
    }

    @Test
    void whatIsHeldArrivesWhenTheWayIsOpenAgainEvenFromAClientThatHasGone() throws Exception {
        var valve = new Valve();
        try (var relay = relay(() -> valve)) {
            try (var client = client(relay)) {
                assertEquals("before", ask(client, "before"));
                valve.set(Way.HELD);
                send(client, "held");
                client.setSoTimeout(50);
                assertThrows(SocketTimeoutException.class, () -> read(client, new byte[10]));
            }
            assertEquals("before", next());
            assertTrue(arrived.isEmpty());
            valve.set(Way.OPEN);
            assertEquals("held", next());
            assertEquals("end", next());
        }
    }

    @Test
    void overAHalfOpenWayRequestsArriveAndAnswersDoNot() throws Exception {
        var valve = new Valve();
        try (var relay = relay(() -> valve);
                var client = client(relay)) {
            valve.set(Way.DEAF);
            send(client, "unheard");
            assertEquals("unheard", next());
            client.setSoTimeout(50);
            assertThrows(SocketTimeoutException.class, () -> read(client, new byte[10]));
        }
    }

    @Test
    void refusesAndBreaks() throws IOException {
        var valve = new Valve();
        try (var relay = relay(() -> valve);
                var client = client(relay)) {
            assertEquals("before", ask(client, "before"));
            valve.set(Way.REFUSING);
            relay.cutAll();
            assertThrows(IOException.class, () -> ask(client, "after"));
            assertThrows(IOException.class, () -> {
                try (var another = client(relay)) {
                    assertEquals("never", ask(another, "never"));
                }
            });
        }
    }

    @Test
    void cutsBeforeACommitSoThatItNeverArrives() throws Exception {
        var cutter = new CommitCutter();
        try (var relay = relay(cutter);
                var client = client(relay)) {
            var cut = cutter.arm(CommitCutter.Way.BEFORE);
            assertEquals(text(SELECT), ask(client, text(SELECT)));
            assertThrows(IOException.class, () -> ask(client, text(COMMIT)));
            assertTrue(cut.await(LIMIT));
            assertEquals(text(SELECT), next());
            assertEquals("end", next());
        }
    }

    @Test
    void cutsDuringAndAfterACommitSoThatItArrivesUnheard() throws Exception {
        for (var way : new CommitCutter.Way[] {CommitCutter.Way.MEANWHILE, CommitCutter.Way.AFTER}) {
            var cutter = new CommitCutter();
            try (var relay = relay(cutter);
                    var client = client(relay)) {
                var cut = cutter.arm(way);
                assertThrows(IOException.class, () -> ask(client, text(COMMIT)));
                assertTrue(cut.await(LIMIT));
                assertEquals(text(COMMIT), next());
                assertEquals("end", next());
            }
        }
    }

    @Test
    void cutsOnlyOnce() throws IOException {
        var cutter = new CommitCutter();
        try (var relay = relay(cutter)) {
            assertFalse(cutter.arm(CommitCutter.Way.BEFORE).await(Duration.ZERO));
            try (var client = client(relay)) {
                assertThrows(IOException.class, () -> ask(client, text(COMMIT)));
            }
            try (var client = client(relay)) {
                assertEquals(text(COMMIT), ask(client, text(COMMIT)));
            }
        }
    }

    @Test
    void losesByChanceAndCountsIt() throws IOException {
        var losses = new Losses(0.5, 7);
        int failed = 0;
        try (var relay = relay(losses)) {
            for (int i = 0; i < 40; i++) {
                try (var client = client(relay)) {
                    assertEquals("some", ask(client, "some"));
                } catch (IOException lost) {
                    failed++;
                }
            }
        }
        assertEquals(failed, losses.count());
        assertTrue(failed > 10 && failed < 40, "three of four are lost on average: " + failed);
    }

    private Relay relay(Tap.Supply taps) {
        try {
            return Relay.to(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), taps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket client(Relay relay) throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        client.setSoTimeout((int) LIMIT.toMillis());
        return client;
    }

    private static String ask(Socket client, String text) throws IOException {
        send(client, text);
        var bytes = new byte[1_000];
        int length = read(client, bytes);
        if (length < 0) {
            throw new IOException("closed");
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String next() throws InterruptedException {
        return String.valueOf(arrived.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
