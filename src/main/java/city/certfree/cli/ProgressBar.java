package city.certfree.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows on a terminal's line how far long work is; elsewhere only that it is done. */
final class ProgressBar {
    private static final int WIDTH = 30;

    /** Of a bar with all its figures. */
    private static final int LONGEST = 100;

    private static final long NANOS_BETWEEN = 100_000_000;

    private final PrintWriter out;
    private final String label;
    private final long total;
    private final boolean watched;
    private final long begun = System.nanoTime();
    private long last;

    /** @param total how much there is to do; of nothing nothing is shown */
    ProgressBar(PrintWriter out, String label, long total) {
        this.out = out;
        this.label = label;
        this.total = total;
        this.watched =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** Prints a line of its own; on a terminal the bar makes room for it, and comes back with the next step. */
    void println(String line) {
        if (watched) {
            out.print("\r" + " ".repeat(LONGEST) + "\r");
        }
        out.println(line);
    }

    void at(long done) {
        long now = System.nanoTime();
        if (total == 0 || (done < total && (!watched || now - last < NANOS_BETWEEN))) {
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
