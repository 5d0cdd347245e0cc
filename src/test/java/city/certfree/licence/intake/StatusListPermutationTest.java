package city.certfree.licence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Sha256;
import city.certfree.licence.StatusListEntry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusListPermutationTest {
    private static final int ENTRIES = 1 << 20;

    @Test
    void givesEveryEntryOfAListOnce() {
        var permutation = new StatusListPermutation(new PlainIndex("k1"));
        var given = new BitSet(ENTRIES);
        for (int place = 0; place < ENTRIES; place++) {
            given.set(permutation.entry(place).index());
        }
        assertEquals(ENTRIES, given.cardinality());
    }

    @Test
    void goesOnInTheNextList() {
        var permutation = new StatusListPermutation(new PlainIndex("k1"));

        assertEquals(0, permutation.entry(ENTRIES - 1).list());
        assertEquals(1, permutation.entry(ENTRIES).list());
        assertNotEquals(
                permutation.entry(5).index(), permutation.entry(ENTRIES + 5).index());
    }

    @Test
    void leavesNoNeighboursBesideEachOther() {
        var permutation = new StatusListPermutation(new PlainIndex("k1"));
        long beside = 0;
        for (int place = 0; place < 10_000; place++) {
            int distance = permutation.entry(place).index()
                    - permutation.entry(place + 1).index();
            beside += Math.abs(distance) == 1 ? 1 : 0;
        }
        // By chance 10,000 · 2 / 2^20 = 0.02 pairs.
        assertTrue(beside <= 2, () -> "neighbours beside each other");
    }

    @Test
    void followsTheKey() {
        StatusListEntry one = new StatusListPermutation(new PlainIndex("k1")).entry(7);
        StatusListEntry other = new StatusListPermutation(new PlainIndex("k2")).entry(7);

        assertNotEquals(one, other);
    }

    /** Mixes without keeping anything secret, which is enough to show that a Feistel network permutes. */
    private record PlainIndex(String keyId) implements KeyedIndex {
        @Override
        public Sha256 of(String domain, byte[]... value) {
            int hash = 31 * keyId.hashCode() + Arrays.deepHashCode(value);
            hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
            hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
            return Sha256.fromBytes(ByteBuffer.allocate(32).putInt(hash).array());
        }

        @Override
        public Sha256 of(HolderCode holder) {
            throw new UnsupportedOperationException("no holder is asked for");
        }

        @Override
        public List<Indexed> everyOf(String domain, byte[]... value) {
            throw new UnsupportedOperationException("no other key is asked for");
        }

        @Override
        public List<Indexed> everyOf(HolderCode holder) {
            throw new UnsupportedOperationException("no holder is asked for");
        }
    }
}
