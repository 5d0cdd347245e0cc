package city.certfree.cli.bench.drive;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What came of a phase.
 *
 * @param right calls that were answered rightly
 * @param wrong all others
 * @param nanos from the first call to the last answer
 * @param latencies of all calls, in nanoseconds
 * @param note what the first wrong answer was; empty when there was none
 */
public record Tally(long right, long wrong, long nanos, Histogram latencies, String note) {
    private static final long LEAST_NANOS = 1_000;
    private static final long MOST_NANOS = 600_000_000_000L;
    private static final int DIGITS = 3;
    private static final int FIELDS = 5;

    /** Nothing yet. */
    public static Tally nothing() {
        return new Tally(0, 0, 0, histogram(), "");
    }

    /** An empty one, for latencies in nanoseconds. */
    public static Histogram histogram() {
        return new Histogram(LEAST_NANOS, MOST_NANOS, DIGITS);
    }

    /** Longer than the longest is recorded as the longest. */
    public static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(Math.max(nanos, 0), MOST_NANOS));
    }

    /** This phase and another of the same line, one after the other. */
    public Tally plus(Tally other) {
        return with(other, nanos + other.nanos);
    }

    /** What several callers did in the same phase. */
    static Tally beside(List<Tally> callers, long nanos) {
        var all = nothing();
        for (var caller : callers) {
            all = all.with(caller, nanos);
        }
        return all;
    }

    private Tally with(Tally other, long time) {
        var both = latencies.copy();
        both.add(other.latencies);
        return new Tally(right + other.right, wrong + other.wrong, time, both, note.isEmpty() ? other.note : note);
    }

    /** Right answers a second. */
    public double perSecond() {
        return nanos == 0 ? 0 : right * 1e9 / nanos;
    }

    /** On one line, for {@link #parse}. */
    public String toLine() {
        var buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        int length = latencies.encodeIntoCompressedByteBuffer(buffer);
        var encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
        return String.join("\t", Long.toString(right), Long.toString(wrong), Long.toString(nanos), encoded, note + ".");
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if {@link #toLine} would not have written it
     */
    public static Tally parse(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("no tally: " + line);
        }
        try {
            var buffer = ByteBuffer.wrap(Base64.getDecoder().decode(fields[3]));
            return new Tally(
                    Long.parseLong(fields[0]),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[2]),
                    Histogram.decodeFromCompressedByteBuffer(buffer, MOST_NANOS),
                    fields[4].substring(0, fields[4].length() - 1));
        } catch (DataFormatException | BufferUnderflowException e) {
            throw new IllegalArgumentException("no tally", e);
        }
    }
}
