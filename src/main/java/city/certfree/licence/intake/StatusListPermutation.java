package city.certfree.licence.intake;

import city.certfree.crypto.KeyedIndex;
import city.certfree.licence.StatusListEntry;
import java.nio.ByteBuffer;

/**
 * Scatters consecutive places over a status list of 2^20 entries, so that neighbours in the list say nothing: a Feistel
 * network of four rounds over two halves of 10 bits, keyed by the index key. A permutation, so that no two places meet.
 */
final class StatusListPermutation {
    private static final int LIST_BITS = 20;
    private static final int HALF_BITS = 10;
    private static final int HALF_MASK = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 4;

    private final KeyedIndex index;

    StatusListPermutation(KeyedIndex index) {
        this.index = index;
    }

    String keyId() {
        return index.keyId();
    }

    /** The entry of a place, counted over all lists from 0. */
    StatusListEntry entry(long place) {
        long list = place >> LIST_BITS;
        int left = (int) (place >> HALF_BITS) & HALF_MASK;
        int right = (int) place & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int mixed = left ^ mix(list, round, right);
            left = right;
            right = mixed;
        }
        return new StatusListEntry(list, left << HALF_BITS | right);
    }

    private int mix(long list, int round, int half) {
        var input = ByteBuffer.allocate(Long.BYTES + 2 * Short.BYTES)
                .putLong(list)
                .putShort((short) round)
                .putShort((short) half)
                .array();
        return ByteBuffer.wrap(index.of("status-list", input).toBytes()).getShort() & HALF_MASK;
    }
}
