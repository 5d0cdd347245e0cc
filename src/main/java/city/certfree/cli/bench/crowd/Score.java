package city.certfree.cli.bench.crowd;

import city.certfree.cli.bench.crowd.Outcome.Counts;
import city.certfree.cli.bench.drive.Tally;
import city.certfree.cli.bench.http.HttpConnection.Answer;
import city.certfree.cli.bench.http.Talk.Question;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Counts during a rush. */
final class Score {
    private static final int UNAVAILABLE = 503;

    private final Histogram rightNanos = Tally.histogram();
    private final Histogram refusedNanos = Tally.histogram();
    private long right;
    private long refused;
    private long other;
    private long sent;
    private long cut;
    private long turnedAway;
    private String note = "";

    void sent() {
        sent++;
    }

    void cut(long calls) {
        cut += calls;
    }

    void turnedAway() {
        turnedAway++;
    }

    /**
     * An answer has come.
     *
     * @param due when its call was due
     * @param sentAt when it was sent, as all times in nanoseconds of {@link System#nanoTime()}
     */
    void answered(Question question, Answer answer, long due, long sentAt) {
        long now = System.nanoTime();
        if (question.check().isRight(answer)) {
            right++;
            Tally.record(rightNanos, now - due);
        } else if (answer.status() == UNAVAILABLE
                && !answer.header("Retry-After").isEmpty()) {
            refused++;
            Tally.record(refusedNanos, now - sentAt);
        } else {
            other++;
            note = note.isEmpty() ? answer.shortened() : note;
        }
    }

    /** @param tail from the end of the rush to the last answer */
    Outcome outcome(long due, Duration length, long tail) {
        long nanos = length.toNanos();
        return new Outcome(
                new Tally(right, 0, nanos, rightNanos, ""),
                new Tally(refused, 0, nanos, refusedNanos, ""),
                new Tally(0, other, nanos, Tally.histogram(), note),
                new Counts(due, sent, cut, turnedAway, tail));
    }
}
