package city.certfree.cli.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Says what a test tells it; an answer without the end of its head ends the connection. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    /** Listens, and answers nobody yet. */
    public ScriptedServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many requests it has answered, in whatever way. */
    public int answers() {
        return answers.get();
    }

    /** How many connections it has taken. */
    public int connections() {
        return connections.get();
    }

    /** Answers every request with the same. */
    public void answer(String bytes) {
        answer(number -> bytes);
    }

    /** Answers each request by its number, from 1. */
    public void answer(IntFunction<String> bytes) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var connection = server.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> talk(connection, bytes));
                } catch (IOException ignored) {
                    return;
                }
            }
        });
    }

    private void talk(Socket connection, IntFunction<String> bytes) {
        try (connection) {
            boolean isWhole = true;
            while (isWhole && connection.getInputStream().read(new byte[8192]) >= 0) {
                var answer = bytes.apply(answers.incrementAndGet());
                isWhole = answer.contains("\r\n\r\n");
                connection.getOutputStream().write(answer.getBytes(US_ASCII));
            }
        } catch (IOException ignored) {
            // The caller has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
