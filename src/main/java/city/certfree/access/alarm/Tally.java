package city.certfree.access.alarm;

import java.util.HashSet;
import java.util.Set;

/** What was counted for one occasion: things that differ, each once. */
final class Tally {
    private final Set<Integer> different = HashSet.newHashSet(1);

    /** Counts it, and tells whether the count has just reached this number; beyond it nothing is counted. */
    synchronized boolean reaches(int number, int thing) {
        return different.size() < number && different.add(thing) && different.size() == number;
    }

    /** Whether only one thing was counted. */
    synchronized boolean isOfOne() {
        return different.size() == 1;
    }
}
