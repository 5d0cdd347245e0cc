package city.certfree.cli.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that says what it is told, connection by connection. */
@SuppressWarnings("NullAway.Init") // listen sets the server
class HttpConnectionTest {
    private static final byte[] REQUEST = Requests.get("/");
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-LENGTH: 5\r\n\r\nhello";

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void refusesMoreThanWasAskedFor() throws IOException {
        serve(List.of(OK + OK));
        try (var connection = connection()) {
            assertThrows(IOException.class, () -> connection.send(REQUEST));
        }
    }

    @Test
    void readsAnAnswerInPieces() throws IOException {
        var letters = OK.chars().mapToObj(c -> String.valueOf((char) c)).toList();
        serve(letters);
        try (var connection = connection()) {
            var answer = connection.send(REQUEST);

            assertEquals(200, answer.status());
            assertEquals("text/plain", answer.header("Content-Type"));
            assertEquals("", answer.header("Content"));
            assertTrue(answer.contains(bytes("ello")));
            assertFalse(answer.contains(bytes("text/plain")), "only the body is looked at");
            assertEquals("200 hello", answer.shortened());
        }
    }

    @Test
    void readsAnAnswerThatIsLargerThanItsBuffer() throws IOException {
        var body = "\"x\":\"" + "y".repeat(100_000) + "\"";
        serve(List.of("HTTP/1.1 201 Created\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        try (var connection = connection()) {
            assertEquals(
                    100_000,
                    connection.send(REQUEST).textAfter(bytes("\"x\":\"")).length());
        }
    }

    @Test
    void connectsAnewAfterwardsWhereAnAnswerIsCutOff() throws IOException {
        serve(List.of(OK.substring(0, OK.length() - 1)), List.of(OK));
        try (var connection = connection()) {
            assertThrows(IOException.class, () -> connection.send(REQUEST));
            assertEquals(200, connection.send(REQUEST).status());
        }
    }

    @Test
    void connectsAnewWhereTheServerSaysThatItCloses() throws IOException {
        serve(List.of(OK.replace("Content-Type: text/plain", "Connection: close")), List.of(OK));
        try (var connection = connection()) {
            assertEquals(200, connection.send(REQUEST).status());
            assertEquals(200, connection.send(REQUEST).status());
        }
    }

    @Test
    void refusesAnAnswerWhoseLengthItDoesNotKnow() throws IOException {
        serve(List.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
        try (var connection = connection()) {
            assertThrows(IOException.class, () -> connection.send(REQUEST));
        }
    }

    private HttpConnection connection() {
        return new HttpConnection(server.getLocalPort());
    }

    /** @param connections what is written on each in turn, once a request has come */
    @SafeVarargs
    private void serve(List<String>... connections) {
        Thread.ofVirtual().start(() -> {
            for (var pieces : connections) {
                try (var socket = server.accept()) {
                    assertTrue(socket.getInputStream().read(new byte[REQUEST.length]) > 0);
                    for (var piece : pieces) {
                        socket.getOutputStream().write(bytes(piece));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
