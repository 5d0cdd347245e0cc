package city.certfree.cli;

import java.io.PrintWriter;

/** A line that tells how far a long work is. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final String what;
    private final long total;

    /** @param total how much there is to do; none is done at once */
    ProgressBar(PrintWriter out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    /** Draws the line anew. */
    void show(long done) {
        int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / total);
        out.printf("\r%-16s [%s%s] %d/%d", what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
        out.flush();
    }

    /** Leaves the line as it is in the end. */
    void end(long done) {
        show(done);
        out.println();
    }
}
