package city.certfree.cli.bench.drive;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * When the calls of a phase are to begin, fixed before it begins: independent arrivals, as of many callers who do not know each
 * other (a Poisson process), the same for the same seed.
 */
public final class Arrivals {
    private final long[] offsets;

    private Arrivals(long[] offsets) {
        this.offsets = offsets;
    }

    /**
     * Draws them.
     *
     * @param perSecond how many on average
     */
    public static Arrivals of(double perSecond, Duration length, long seed) {
        var random = new SplittableRandom(seed);
        long end = length.toNanos();
        long[] offsets = new long[(int) (perSecond * end / 1e9 * 2) + 16];
        int count = 0;
        double at = 0;
        while (count < offsets.length) {
            at += -Math.log1p(-random.nextDouble()) * 1e9 / perSecond;
            if (at >= end) {
                break;
            }
            offsets[count++] = (long) at;
        }
        return new Arrivals(Arrays.copyOf(offsets, count));
    }

    /** How many. */
    public int count() {
        return offsets.length;
    }

    /** Nanoseconds from the begin of the phase to that of the call. */
    public long offset(int call) {
        return offsets[call];
    }
}
