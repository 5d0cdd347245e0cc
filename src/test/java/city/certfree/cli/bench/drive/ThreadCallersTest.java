package city.certfree.cli.bench.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.drive.Exchange.Verdict;
import city.certfree.kernel.Sha256;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadCallersTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    /** So many a second that all are due at once. */
    private static final double AT_ONCE = 1e9;

    @Test
    void countsWhatWasRightWrongAndUnanswered() {
        var calls = new AtomicInteger();
        var caller = caller(() -> switch (calls.incrementAndGet() % 3) {
            case 0 -> new Verdict.Wrong("409 no");
            case 1 -> Verdict.RIGHT;
            default -> throw new IOException("cut");
        });

        var tally = new ThreadCallers(List.of(caller)).open(Arrivals.of(AT_ONCE, Duration.ofNanos(300), 1));

        assertEquals(calls.get(), tally.right() + tally.wrong());
        assertEquals((calls.get() + 2) / 3, tally.right());
        assertEquals("no answer: java.io.IOException: cut", tally.note());
        assertEquals(calls.get(), tally.latencies().getTotalCount());
    }

    @Test
    void asksAsOftenAsCallsAreDue() {
        var calls = new AtomicInteger();
        var callers = List.of(counting(calls), counting(calls), counting(calls));
        var arrivals = Arrivals.of(10_000, SHORT, 1);

        var tally = new ThreadCallers(callers).open(arrivals);

        assertEquals(arrivals.count(), calls.get());
        assertEquals(arrivals.count(), tally.right());
        assertTrue(tally.nanos() >= arrivals.offset(arrivals.count() - 1), "none begins before it is due");
    }

    /** The wait of a call that is due while its caller is busy is latency, too: else a stall would hide what it delays. */
    @Test
    void countsFromWhenACallIsDue() {
        var caller = caller(ThreadCallersTest::work);

        var tally = new ThreadCallers(List.of(caller)).open(Arrivals.of(AT_ONCE, Duration.ofNanos(200), 1));

        assertTrue(tally.right() > 100);
        // The last had to wait for all before it.
        assertTrue(tally.latencies().getMaxValue() >= 0.9 * tally.nanos());
    }

    @Test
    void asksForAsLongAsItShouldWhenEveryAnswerBringsTheNextCall() {
        var tally = new ThreadCallers(List.of(caller(ThreadCallersTest::work), caller(ThreadCallersTest::work)))
                .closed(SHORT);

        assertTrue(tally.nanos() >= SHORT.toNanos());
        assertEquals(tally.right(), tally.latencies().getTotalCount());
        assertTrue(tally.perSecond() > 0);
    }

    @Test
    void endsWhenNothingIsLeftToAsk() {
        var left = new AtomicInteger(5);
        var caller = caller(() -> left.getAndDecrement() > 0 ? Verdict.RIGHT : new Verdict.NothingLeft());

        assertEquals(
                5,
                new ThreadCallers(List.of(caller, caller))
                        .closed(Duration.ofHours(1))
                        .right());
    }

    private static Verdict work() {
        Sha256.of(new byte[100_000]);
        return Verdict.RIGHT;
    }

    private static Exchange counting(AtomicInteger calls) {
        return caller(() -> {
            calls.incrementAndGet();
            return Verdict.RIGHT;
        });
    }

    private static Exchange caller(Answering answering) {
        return new Exchange() {
            @Override
            public Verdict run() throws IOException {
                return answering.answer();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private interface Answering {
        Verdict answer() throws IOException;
    }
}
