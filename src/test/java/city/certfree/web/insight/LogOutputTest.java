package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogOutputTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LoggerContext context = new LoggerContext();

    LogOutputTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    /** F-33: the pipe is full, or its reader hangs. */
    @Test
    void aReaderThatDoesNotReadHoldsUpNobodyAndWarningsHaveTheLastRoom() throws Exception {
        var blocked = new Blocked();
        var output = output(blocked, 10);
        long before = LogOutput.dropped();
        output.doAppend(event(Level.INFO, "taken"));
        blocked.entered.await();
        for (int i = 0; i < 20; i++) {
            output.doAppend(event(Level.INFO, "info " + i));
        }
        for (int i = 0; i < 5; i++) {
            output.doAppend(event(Level.WARN, "warning " + i));
        }
        assertEquals(before + 12 + 3, LogOutput.dropped());
        blocked.goesOn.countDown();
        assertTrue(output.awaitWritten(LONG));
        assertEquals(
                List.of(
                        "taken",
                        "info 0",
                        "info 1",
                        "info 2",
                        "info 3",
                        "info 4",
                        "info 5",
                        "info 6",
                        "info 7",
                        "warning 0",
                        "warning 1"),
                blocked.lines());
    }

    @Test
    void aReaderThatIsGoneHoldsUpNobody() throws Exception {
        var output = output(
                new OutputStream() {
                    @Override
                    public void write(int single) throws IOException {
                        throw new IOException("broken pipe");
                    }
                },
                10);
        long before = LogOutput.dropped();
        output.doAppend(event(Level.ERROR, "to nobody"));
        assertTrue(output.awaitWritten(LONG));
        assertEquals(before + 1, LogOutput.dropped());
    }

    /** Whatever a message has in it: neither a line of its own nor a command for a terminal. */
    @Test
    void h29_aMessageBeginsNoLine() throws IOException {
        var message = "a\r\nERROR forged\u0085b\u2028c\u001b[2Jd\u0000";
        var text = encoded("text", event(Level.WARN, message));
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.endsWith(" - a ERROR forged b c [2Jd " + System.lineSeparator()), text);
        var json = encoded("json", event(Level.WARN, message));
        assertEquals(1, json.lines().count(), json);
        assertEquals(message, member(json, "formattedMessage"));
    }

    @Test
    void h29_noMessageOfAnExceptionBeginsALine() {
        var cause = new IllegalStateException("inner\n00:00:00.000 ERROR forged\rtoo");
        var event = event(Level.ERROR, "failed", new IllegalArgumentException("outer\r\nforged", cause));
        var lines = encoded("text", event).lines().toList();
        assertTrue(lines.getFirst().endsWith("failed"), lines.getFirst());
        assertTrue(lines.size() > 4);
        for (var line : lines.subList(1, lines.size())) {
            assertTrue(line.startsWith("\t"), line);
        }
        assertEquals(1, encoded("json", event).lines().count());
    }

    @Test
    void aLineOutsideOfARequestHasNoTrace() {
        assertTrue(encoded("text", event(Level.WARN, "alone")).endsWith(" - alone" + System.lineSeparator()));
        assertFalse(encoded("json", event(Level.WARN, "alone")).contains(LogOutput.TRACE_ID));
    }

    private LogOutput output(OutputStream to, int capacity) {
        var output = new LogOutput(to, capacity);
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        output.setContext(context);
        output.setEncoder(encoder);
        output.start();
        return output;
    }

    private static String encoded(String format, ILoggingEvent event) {
        Encoder<ILoggingEvent> encoder = CapturedLog.encoder(format);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static @Nullable Object member(String json, String name) throws IOException {
        return JsonMapper.createDefault()
                .readValue(json, Argument.mapOf(String.class, Object.class))
                .get(name);
    }

    private LoggingEvent event(Level level, String message) {
        return event(level, message, null);
    }

    private LoggingEvent event(Level level, String message, @Nullable Throwable thrown) {
        return new LoggingEvent("here", context.getLogger("city.certfree.Test"), level, message, thrown, null);
    }

    /** A pipe that nobody reads until it goes on. */
    private static final class Blocked extends OutputStream {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException("lines are written whole");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            entered.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            written.write(bytes, offset, length);
        }

        List<String> lines() {
            return written.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }
}
