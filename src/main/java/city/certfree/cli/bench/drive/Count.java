package city.certfree.cli.bench.drive;

import org.HdrHistogram.Histogram;

/** What one thread of the driver has seen in a phase. */
final class Count {
    private final Histogram latencies = Tally.histogram();
    private long right;
    private long wrong;
    private long last;
    private String note = "";

    /** @param since when its call was due, in nanoseconds of {@link System#nanoTime()} */
    void right(long since) {
        right++;
        answered(since);
    }

    /**
     * An answer that is not right, or none.
     *
     * @param what it was
     */
    void wrong(String what, long since) {
        wrong++;
        note = note.isEmpty() ? what : note;
        answered(since);
    }

    private void answered(long since) {
        last = System.nanoTime();
        Tally.record(latencies, last - since);
    }

    /** @param begin of the phase */
    Tally tally(long begin) {
        return new Tally(right, wrong, Math.max(0, last - begin), latencies, note);
    }
}
