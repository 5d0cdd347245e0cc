package city.certfree.cli.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kept HTTP/1.1 connection of one caller to the service on this machine, over which a request goes out when the one before is
 * answered. It understands as much as the service answers with: a status line, fields of which it reads the length of the body
 * and whether the connection stays, and a body of that length. What it does not understand is an error, never an answer.
 */
public final class HttpConnection implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The service cuts a connection on which nothing has moved for a minute. */
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(40);

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int NO_CONTENT = 204;
    private static final int FIRST_BUFFER = 16 << 10;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final int port;
    private final Duration limit;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private @Nullable Socket socket;
    private long lastUse;

    /** Waits for an answer as long as a caller would. */
    public HttpConnection(int port) {
        this(port, LIMIT);
    }

    /**
     * Opens nothing yet.
     *
     * @param port of the service
     * @param limit how long the service may be silent before it counts as not answering
     */
    public HttpConnection(int port, Duration limit) {
        this.port = port;
        this.limit = limit;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @return the answer, which is good until the next request
     * @throws IOException if there is none; the connection is then opened anew for the next request
     */
    public Answer send(byte[] request) throws IOException {
        try {
            var open = connected();
            OutputStream out = open.getOutputStream();
            out.write(request);
            return read(open.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket connected() throws IOException {
        long now = System.nanoTime();
        if (now - lastUse > IDLE_LIMIT.toNanos()) {
            close();
        }
        lastUse = now;
        var open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            open.setSoTimeout((int) limit.toMillis());
            socket = open;
        }
        return open;
    }

    private Answer read(InputStream in) throws IOException {
        int length = 0;
        Optional<Answer> answer;
        do {
            length += fill(in, length);
            answer = Answer.ifComplete(buffer, length);
        } while (answer.isEmpty());
        if (answer.get().isLast()) {
            close();
        }
        return answer.get();
    }

    private int fill(InputStream in, int length) throws IOException {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
            throw new EOFException("the service has closed the connection");
        }
        return read;
    }

    private static int contentLength(String head) throws IOException {
        var length = field(head, "content-length");
        if (length.isEmpty()) {
            throw new IOException("an answer without a length");
        }
        return Integer.parseInt(length);
    }

    /** The value of a field; empty when it is absent. */
    private static String field(String head, String name) {
        for (int at = head.indexOf('\n') + 1; at < head.length(); at = head.indexOf('\n', at) + 1) {
            int value = at + name.length();
            if (head.regionMatches(true, at, name, 0, name.length()) && head.charAt(value) == ':') {
                return head.substring(value + 1, head.indexOf('\r', value)).strip();
            }
        }
        return "";
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // It is given up in any case.
            }
        }
    }

    /** What came back: a view of the connection's buffer. */
    public static final class Answer {
        private static final int SHOWN = 300;

        private final int status;
        private final String head;
        private final byte[] bytes;
        private final int from;
        private final int to;

        private Answer(int status, String head, byte[] bytes, int from, int to) {
            this.status = status;
            this.head = head;
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        /**
         * Reads what has come so far.
         *
         * @param length how many of the bytes have come
         * @return the answer; empty when some of it is missing
         * @throws IOException if it is none that this understands
         */
        public static Optional<Answer> ifComplete(byte[] bytes, int length) throws IOException {
            int end = Bytes.indexOf(bytes, 0, length, END_OF_HEAD);
            if (end < 0) {
                return Optional.empty();
            }
            int body = end + END_OF_HEAD.length;
            var head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
            int status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
            int expected = status == NO_CONTENT ? 0 : contentLength(head);
            if (length > body + expected) {
                throw new IOException("more than was asked for");
            }
            return length < body + expected
                    ? Optional.empty()
                    : Optional.of(new Answer(status, head, bytes, body, length));
        }

        /** Whether nothing comes after it on its connection. */
        public boolean isLast() {
            return field(head, "connection").equals("close");
        }

        /** The status code. */
        public int status() {
            return status;
        }

        /** A field of the head; empty when it is absent. */
        public String header(String name) {
            return field(head, name.toLowerCase(Locale.ROOT));
        }

        /** Whether these bytes stand anywhere in the body. */
        public boolean contains(byte[] wanted) {
            return Bytes.indexOf(bytes, from, to, wanted) >= 0;
        }

        /** The text after a mark, to the next quotation mark; empty when the mark is absent. */
        public String textAfter(byte[] mark) {
            int begin = Bytes.indexOf(bytes, from, to, mark);
            if (begin < 0) {
                return "";
            }
            begin += mark.length;
            int end = Bytes.indexOf(bytes, begin, to, new byte[] {'"'});
            return end < 0 ? "" : new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
        }

        /** The whole body. */
        public String text() {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }

        /** Status and the begin of the body. */
        public String shortened() {
            var text = new String(bytes, from, Math.min(SHOWN, to - from), StandardCharsets.UTF_8);
            return status + " " + text.replaceAll("\\s+", " ");
        }
    }
}
