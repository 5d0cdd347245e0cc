package city.certfree.demo.population;

import java.util.SplittableRandom;

/** Chance that is always the same: each thing has its own, so that more people change nothing about the others. */
final class Seed {
    private static final long FIXED = 0x370499_2026L;
    private static final long PRIME = 0x100000001B3L;

    private Seed() {}

    /** The chance of the thing with these names (64-bit FNV-1a). */
    static SplittableRandom of(String... names) {
        long hash = FIXED;
        for (var name : names) {
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * PRIME;
            }
            hash = (hash ^ ' ') * PRIME;
        }
        return new SplittableRandom(hash);
    }
}
