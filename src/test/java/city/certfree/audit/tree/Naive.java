package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, section 2.1, word by word: slow, and independent of the code under test. */
final class Naive {
    private Naive() {}

    static Sha256 root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return Sha256.of();
        }
        if (entries.size() == 1) {
            return Sha256.of(new byte[] {0}, entries.getFirst());
        }
        int k = split(entries.size());
        return Sha256.of(
                new byte[] {1},
                root(entries.subList(0, k)).toBytes(),
                root(entries.subList(k, entries.size())).toBytes());
    }

    static List<Sha256> path(int m, List<byte[]> entries) {
        if (entries.size() == 1) {
            return List.of();
        }
        int k = split(entries.size());
        var left = entries.subList(0, k);
        var right = entries.subList(k, entries.size());
        return m < k ? followed(path(m, left), root(right)) : followed(path(m - k, right), root(left));
    }

    static List<Sha256> proof(int m, List<byte[]> entries, boolean whole) {
        if (m == entries.size()) {
            return whole ? List.of() : List.of(root(entries));
        }
        int k = split(entries.size());
        var left = entries.subList(0, k);
        var right = entries.subList(k, entries.size());
        return m <= k ? followed(proof(m, left, whole), root(right)) : followed(proof(m - k, right, false), root(left));
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Sha256> followed(List<Sha256> proof, Sha256 last) {
        var all = new ArrayList<>(proof);
        all.add(last);
        return all;
    }
}
