package city.certfree.access.alarm;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What was counted for one occasion: things that differ, each once. */
final class Tally {
    private final Instant start;
    private final Set<Integer> different = new HashSet<>();

    Tally(Instant start) {
        this.start = start;
    }

    Instant start() {
        return start;
    }

    /** Counts it, and tells whether the count has just reached this number; beyond it nothing is counted. */
    synchronized boolean reaches(int number, int thing) {
        return different.size() < number && different.add(thing) && different.size() == number;
    }
}
