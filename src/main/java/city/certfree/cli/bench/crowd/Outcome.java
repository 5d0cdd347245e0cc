package city.certfree.cli.bench.crowd;

import city.certfree.cli.bench.drive.Tally;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What came of a rush.
 *
 * @param right calls that were answered rightly, and how long after they were due
 * @param refused calls that were told to come again (503 with {@code Retry-After}), and how long after they were sent
 * @param other calls that were answered in any other way
 * @param counts of the rest
 */
public record Outcome(Tally right, Tally refused, Tally other, Counts counts) {
    private static final String BETWEEN = "\u001e";
    private static final String COMMA = ",";
    private static final int FIELDS = 4;

    /** Of those that were sent, so many a second of the rush were answered rightly. */
    public double rightPerSecond() {
        return right.perSecond();
    }

    /** So many a second were sent at all. */
    public double sentPerSecond() {
        return right.nanos() == 0 ? 0 : counts.sent * 1e9 / right.nanos();
    }

    /** On one line, for {@link #parse}. */
    String toLine() {
        return String.join(BETWEEN, right.toLine(), refused.toLine(), other.toLine(), counts.toText());
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if {@link #toLine} would not have written it
     */
    public static Outcome parse(String line) {
        var fields = line.split(BETWEEN, -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("no outcome: " + line);
        }
        return new Outcome(
                Tally.parse(fields[0]), Tally.parse(fields[1]), Tally.parse(fields[2]), Counts.parse(fields[3]));
    }

    /**
     * Calls and connections.
     *
     * @param due calls that were due during the rush
     * @param sent those of them that were sent during it, for which there was a connection and the driver had time
     * @param cut calls whose connection ended without an answer, or had none ten seconds after the rush
     * @param turnedAway calls for which no connection was taken
     * @param tailNanos from the end of the rush to the last answer
     */
    public record Counts(long due, long sent, long cut, long turnedAway, long tailNanos) {
        private String toText() {
            return Arrays.stream(new long[] {due, sent, cut, turnedAway, tailNanos})
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(COMMA));
        }

        private static Counts parse(String text) {
            var counts =
                    Arrays.stream(text.split(COMMA, -1)).map(Long::parseLong).toList();
            return new Counts(counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4));
        }
    }
}
