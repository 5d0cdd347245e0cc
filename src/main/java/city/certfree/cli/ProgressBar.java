package city.certfree.cli;

import java.io.PrintWriter;

/** Shows on a terminal's line how far long work is; prints nothing where nobody watches. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN = 100_000_000;

    private final PrintWriter out;
    private final String label;
    private final long total;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private long last;

    /** @param out of a terminal, or of anything else: then nothing is shown */
    ProgressBar(PrintWriter out, String label, long total) {
        this.out = out;
        this.label = label;
        this.total = total;
        this.shown = total > 0 && System.console() != null && System.console().isTerminal();
    }

    void at(long done) {
        long now = System.nanoTime();
        if (!shown || (done < total && now - last < NANOS_BETWEEN)) {
            return;
        }
        last = now;
        int filled = (int) (WIDTH * done / total);
        double seconds = (now - begun) / 1e9;
        out.printf(
                "\r%s [%s%s] %3d %%  %,d of %,d, %,.0f/s",
                label,
                "=".repeat(filled),
                " ".repeat(WIDTH - filled),
                100 * done / total,
                done,
                total,
                done / Math.max(seconds, 1e-3));
        if (done >= total) {
            out.println();
        }
        out.flush();
    }
}
