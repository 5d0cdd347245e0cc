package city.certfree.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** Speaks to a server in bytes that no HTTP client would send. */
record Wire(String host, int port) {
    private static final int LONGEST_MILLIS = 10_000;

    /** Everything that comes back until the server ends the connection, as it must within ten seconds. */
    String send(String request) {
        try (var socket = new Socket(host, port)) {
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return rest(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status that a request is answered with; 0 when the server ends the connection instead. */
    int status(String request) {
        var answer = send(request);
        return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** A connection that is reset has said all that it will. */
    private static String rest(Socket socket) throws IOException {
        var rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketException reset) {
            return rest.toString(ISO_8859_1);
        }
        return rest.toString(ISO_8859_1);
    }
}
