package city.certfree.cli.bench.city;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** So many of a stream of things at most, each as likely to be among them as any other (reservoir sampling). */
final class Sample<T> {
    private final List<T> kept = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(5);
    private final int most;
    private long seen;

    /**
     * Keeps nothing yet.
     *
     * @param most at least 1
     */
    Sample(int most) {
        this.most = most;
    }

    void add(T thing) {
        seen++;
        if (kept.size() < most) {
            kept.add(thing);
            return;
        }
        long place = random.nextLong(seen);
        if (place < most) {
            kept.set((int) place, thing);
        }
    }

    List<T> kept() {
        return List.copyOf(kept);
    }
}
