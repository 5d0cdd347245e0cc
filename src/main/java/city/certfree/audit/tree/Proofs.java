package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/** Makes roots and proofs from a tree's nodes (RFC 6962, section 2.1). */
public final class Proofs {
    private Proofs() {}

    /** The root of the first {@code size} leaves. */
    public static Sha256 root(long size, Nodes nodes) {
        return size == 0 ? Hashes.EMPTY : range(0, size, nodes);
    }

    /**
     * Proves that a leaf is in the tree of the first {@code size} leaves.
     *
     * @param index the leaf, from 0 to {@code size - 1}
     * @return the siblings from the leaf's up to the root's child; empty for a tree of one leaf
     */
    public static List<Sha256> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the leaf is not in the tree");
        }
        var path = new ArrayList<Sha256>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + split(end - begin);
            if (index < middle) {
                path.add(range(middle, end, nodes));
                end = middle;
            } else {
                path.add(range(begin, middle, nodes));
                begin = middle;
            }
        }
        return path.reversed();
    }

    /**
     * Proves that the tree of the first {@code size} leaves continues that of the first {@code earlier}.
     *
     * @param earlier from 1 to {@code size}
     * @return empty when both are the same
     */
    public static List<Sha256> consistency(long earlier, long size, Nodes nodes) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("the earlier tree has at least one leaf, and no more than the later");
        }
        var proof = new ArrayList<Sha256>();
        long begin = 0;
        long end = size;
        boolean whole = true;
        while (earlier < end) {
            long middle = begin + split(end - begin);
            if (earlier <= middle) {
                proof.add(range(middle, end, nodes));
                end = middle;
            } else {
                proof.add(range(begin, middle, nodes));
                begin = middle;
                whole = false;
            }
        }
        if (!whole) {
            proof.add(range(begin, end, nodes));
        }
        return proof.reversed();
    }

    /** The subtree over leaves from {@code begin} up to {@code end}; begin is a multiple of the next power of two. */
    private static Sha256 range(long begin, long end, Nodes nodes) {
        long width = end - begin;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, begin >>> level);
        }
        long middle = begin + split(width);
        return Hashes.node(range(begin, middle, nodes), range(middle, end, nodes));
    }

    /** The largest power of two below the width, which is at least 2. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
