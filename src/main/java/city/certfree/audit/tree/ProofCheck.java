package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;
import java.util.List;

/** Checks proofs with nothing but hashes (RFC 9162, sections 2.1.3.2 and 2.1.4.2). What is malformed is false. */
public final class ProofCheck {
    private ProofCheck() {}

    /** Whether the path leads from the leaf's hash at this index to the root of a tree of this size. */
    public static boolean included(Sha256 leaf, long index, long size, List<Sha256> path, Sha256 root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                hash = Hashes.node(sibling, hash);
                int lonely = isRight(place) ? 0 : Long.numberOfTrailingZeros(place);
                place >>>= lonely;
                last >>>= lonely;
            } else {
                hash = Hashes.node(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree with the later root continues that with the earlier one; sizes of 0 are continued by nothing. */
    public static boolean consistent(
            long earlier, long later, Sha256 earlierRoot, Sha256 laterRoot, List<Sha256> proof) {
        if (earlier < 1 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && earlierRoot.equals(laterRoot);
        }
        boolean complete = Long.bitCount(earlier) == 1;
        if (proof.isEmpty()) {
            return false;
        }
        var start = complete ? earlierRoot : proof.getFirst();
        var rest = complete ? proof : proof.subList(1, proof.size());
        int levels = Long.numberOfTrailingZeros(earlier);
        return climbs((earlier - 1) >>> levels, (later - 1) >>> levels, start, rest, earlierRoot, laterRoot);
    }

    private static boolean climbs(
            long place, long last, Sha256 start, List<Sha256> rest, Sha256 earlierRoot, Sha256 laterRoot) {
        var earlier = start;
        var later = start;
        for (var sibling : rest) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                earlier = Hashes.node(sibling, earlier);
                later = Hashes.node(sibling, later);
                int lonely = isRight(place) ? 0 : Long.numberOfTrailingZeros(place);
                place >>>= lonely;
                last >>>= lonely;
            } else {
                later = Hashes.node(later, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && earlier.equals(earlierRoot) && later.equals(laterRoot);
    }

    private static boolean isRight(long place) {
        return (place & 1) == 1;
    }
}
