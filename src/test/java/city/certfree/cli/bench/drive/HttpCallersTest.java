package city.certfree.cli.bench.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.http.Requests;
import city.certfree.cli.bench.http.ScriptedServer;
import city.certfree.cli.bench.http.Talk;
import city.certfree.cli.bench.http.Talk.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that says what the test tells it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a selector that spins heeds no interrupt
class HttpCallersTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Question QUESTION = new Question(Requests.get("/"), answer -> answer.status() == 200);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @SuppressWarnings("NullAway.Init") // set before each test
    private ScriptedServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void askAgainAsSoonAsTheyAreAnsweredOverKeptConnections() throws IOException {
        server.answer(number -> OK);
        try (var callers = callers(4, always())) {
            var tally = callers.closed(SHORT);
            assertEquals(server.answers(), tally.right());
            assertEquals(0, tally.wrong());
            assertEquals(server.answers(), tally.latencies().getTotalCount());
            assertTrue(tally.nanos() >= SHORT.toNanos());
            assertTrue(server.answers() > 4, "more than once each");
            assertEquals(4, server.connections());
            callers.open(Arrivals.of(1_000, SHORT, 1));
            assertEquals(4, server.connections());
        }
    }

    @Test
    void askAsOftenAsCallsAreDueAndNotBefore() throws IOException {
        server.answer(number -> OK);
        var arrivals = Arrivals.of(2_000, SHORT, 1);
        try (var callers = callers(4, always())) {
            var tally = callers.open(arrivals);
            assertEquals(arrivals.count(), tally.right());
            assertEquals(arrivals.count(), server.answers());
            assertTrue(tally.nanos() >= arrivals.offset(arrivals.count() - 1));
        }
    }

    /** All are due at once, and there is one caller: the last has waited for all others. */
    @Test
    void theWaitForAFreeCallerCounts() throws IOException {
        server.answer(number -> OK);
        var arrivals = Arrivals.of(1e9, Duration.ofNanos(200), 1);
        try (var callers = callers(1, always())) {
            var tally = callers.open(arrivals);
            assertEquals(arrivals.count(), tally.right());
            assertTrue(tally.latencies().getMaxValue() >= 0.9 * tally.nanos());
        }
    }

    @Test
    void whatIsNotRightIsCountedAndShown() throws IOException {
        server.answer(number -> number == 3 ? "HTTP/1.1 409 No\r\nContent-Length: 4\r\n\r\nlate" : OK);
        try (var callers = callers(1, times(5))) {
            var tally = callers.closed(Duration.ofHours(1));
            assertEquals(4, tally.right());
            assertEquals(1, tally.wrong());
            assertEquals("409 late", tally.note());
        }
    }

    /** A connection that ends before its answer is one call without an answer; the next goes out over another connection. */
    @Test
    void aCutAnswerIsNoAnswerAndTheCallerGoesOn() throws IOException {
        server.answer(number -> number == 2 ? "HTTP/1.1 200 OK\r\nContent-Len" : OK);
        try (var callers = callers(1, times(4))) {
            var tally = callers.closed(Duration.ofHours(1));
            assertEquals(3, tally.right());
            assertEquals(1, tally.wrong());
            assertTrue(tally.note().startsWith("no answer: "), tally::note);
            assertEquals(2, server.connections());
        }
    }

    @Test
    void aServiceThatIsNotThereAnswersNothing() throws IOException {
        server.close();
        try (var callers = callers(2, times(6))) {
            var tally = callers.closed(Duration.ofHours(1));
            assertEquals(6, tally.wrong());
            assertTrue(tally.note().startsWith("no answer: "), tally::note);
        }
    }

    /** Whatever comes of a call, its caller is free for the next, once. */
    @Test
    void callsThatAreDueGoOnAfterCallsWithoutAnAnswer() throws IOException {
        server.answer(number -> number % 3 == 0 ? "HTTP/1.1 200 OK\r\nContent-Len" : OK);
        var arrivals = Arrivals.of(2_000, SHORT, 1);
        try (var callers = callers(2, always())) {
            var tally = callers.open(arrivals);
            assertEquals(arrivals.count(), tally.right() + tally.wrong());
            assertEquals(arrivals.count() / 3, tally.wrong());
            assertEquals(arrivals.count(), tally.latencies().getTotalCount());
        }
    }

    @Test
    void anAnswerMayBeLargerThanWhatIsReadAtOnce() throws IOException {
        var body = "x".repeat(100_000);
        server.answer(number -> "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body);
        try (var callers = callers(2, times(6))) {
            assertEquals(6, callers.closed(Duration.ofHours(1)).right());
        }
    }

    @Test
    void aConnectionThatIsClosedAfterItsAnswerIsOpenedAnew() throws IOException {
        server.answer(number -> OK.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n"));
        try (var callers = callers(1, times(3))) {
            assertEquals(3, callers.closed(Duration.ofHours(1)).right());
            assertEquals(3, server.connections());
        }
    }

    private HttpCallers callers(int count, Talk talk) throws IOException {
        return new HttpCallers(server.port(), count, caller -> talk);
    }

    private static Talk always() {
        return () -> Optional.of(QUESTION);
    }

    private static Talk times(int count) {
        var left = new AtomicInteger(count);
        return () -> left.getAndDecrement() > 0 ? Optional.of(QUESTION) : Optional.empty();
    }
}
