package city.certfree.audit.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the published roots of RFC 6962's reference tree, and against the definitions written out. */
class TreeTest {
    /** The entries of the reference tree of Certificate Transparency. */
    private static final List<String> REFERENCE =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> REFERENCE_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheRootsOfTheReferenceTree() {
        var tree = GrowingTree.resume(0, nothing());
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                tree.root().toString());
        for (int i = 0; i < REFERENCE.size(); i++) {
            tree.append(Hashes.leaf(HexFormat.of().parseHex(REFERENCE.get(i))));
            assertEquals(REFERENCE_ROOTS.get(i), tree.root().toString());
        }
    }

    @Test
    void provesWhatTheDefinitionsProveForAllSizesToTwoTiles() {
        var grown = new Grown();
        for (int size = 1; size <= 260; size++) {
            var entries = grown.entries(size);
            var root = Naive.root(entries);
            assertEquals(root, Proofs.root(size, grown));
            for (int index : List.of(0, size / 3, size / 2, size - 1)) {
                var path = Proofs.inclusion(index, size, grown);
                assertEquals(Naive.path(index, entries), path);
                assertTrue(ProofCheck.included(Hashes.leaf(entries.get(index)), index, size, path, root));
            }
        }
    }

    @Test
    void provesThatALaterTreeContinuesAnEarlierOne() {
        var grown = new Grown();
        grown.growTo(130);
        for (int size = 1; size <= 130; size++) {
            for (int earlier = 1; earlier <= size; earlier += size > 20 ? 7 : 1) {
                var proof = Proofs.consistency(earlier, size, grown);
                assertEquals(Naive.proof(earlier, grown.entries(size), true), proof);
                var before = Proofs.root(earlier, grown);
                var after = Proofs.root(size, grown);
                assertTrue(ProofCheck.consistent(earlier, size, before, after, proof));
                assertEquals(
                        earlier == size,
                        ProofCheck.consistent(earlier, size, after, before, proof),
                        "roots exchanged, %d to %d".formatted(earlier, size));
            }
        }
    }

    @Test
    void itsRightEdgeProvesTheLatestLeavesAndIsTakenUpFromStoredTiles() {
        var grown = new Grown();
        for (int size : List.of(1, 255, 256, 257, 511, 512, 700, 65_536, 65_537, 66_000)) {
            grown.growTo(size);
            var resumed = GrowingTree.resume(size, grown);
            var copy = resumed.copy();
            for (int more = 1; more <= 256; more++) {
                copy.append(Hashes.leaf(entry(size + more - 1)));
            }
            grown.growTo(size + 256);
            assertEquals(Proofs.root(size, grown), resumed.root());
            assertEquals(Proofs.root(size + 256, grown), copy.root());
            assertEquals(Proofs.inclusion(size, size + 256, grown), Proofs.inclusion(size, size + 256, copy));
            assertEquals(
                    Proofs.inclusion(size + 255, size + 256, grown), Proofs.inclusion(size + 255, size + 256, copy));
        }
    }

    @Test
    void l12_forgedProofsAreRefused() {
        var grown = new Grown();
        grown.growTo(100);
        var leaf = Hashes.leaf(entry(37));
        var root = Proofs.root(100, grown);
        var path = Proofs.inclusion(37, 100, grown);
        assertTrue(ProofCheck.included(leaf, 37, 100, path, root));
        assertFalse(ProofCheck.included(leaf, 36, 100, path, root), "wrong index");
        assertFalse(ProofCheck.included(leaf, 37, 101, path.subList(1, path.size()), root), "cut short");
        assertFalse(ProofCheck.included(leaf, 37, 0, path, root), "size 0");
        assertFalse(ProofCheck.included(leaf, -1, 100, path, root), "index below 0");
        assertFalse(ProofCheck.included(leaf, 37, Long.MIN_VALUE, path, root), "size 2^63");
        assertFalse(ProofCheck.included(leaf, 37, Long.MAX_VALUE, path, root), "size 2^63 - 1");
        var swapped = new ArrayList<>(path);
        swapped.set(0, path.get(1));
        swapped.set(1, path.get(0));
        assertFalse(ProofCheck.included(leaf, 37, 100, swapped, root), "siblings exchanged");
        var longer = new ArrayList<>(path);
        longer.add(root);
        assertFalse(ProofCheck.included(leaf, 37, 100, longer, root), "a sibling too many");
        var node = grown.node(1, 18);
        assertFalse(
                ProofCheck.included(node, 18, 50, path.subList(1, path.size()), Hashes.node(root, root)),
                "a node as a leaf");
        byte[] bothChildren = new byte[64];
        System.arraycopy(grown.node(0, 36).toBytes(), 0, bothChildren, 0, 32);
        System.arraycopy(grown.node(0, 37).toBytes(), 0, bothChildren, 32, 32);
        assertFalse(
                ProofCheck.included(Hashes.leaf(bothChildren), 18, 50, path.subList(1, path.size()), root),
                "second pre-image: two children as an entry");
        assertFalse(ProofCheck.consistent(0, 100, Hashes.EMPTY, root, List.of()), "from nothing");
        assertFalse(ProofCheck.consistent(50, 100, root, root, List.of()), "no proof");
    }

    @Test
    void refusesToProveWhatIsNotThere() {
        var grown = new Grown();
        grown.growTo(10);
        assertThrows(IllegalArgumentException.class, () -> Proofs.inclusion(10, 10, grown));
        assertThrows(IllegalArgumentException.class, () -> Proofs.inclusion(-1, 10, grown));
        assertThrows(IllegalArgumentException.class, () -> Proofs.consistency(0, 10, grown));
        assertThrows(IllegalArgumentException.class, () -> Proofs.consistency(11, 10, grown));
        assertThrows(IllegalArgumentException.class, () -> grown.tile(0, 0).node(4, 0));
    }

    private static byte[] entry(int i) {
        return ByteBuffer.allocate(4).putInt(i).array();
    }

    private static Tiles nothing() {
        return (level, index) -> {
            throw new IllegalArgumentException("nothing");
        };
    }

    /** A tree with all its tiles at hand. */
    private static final class Grown implements Tiles {
        private final Map<Long, Tile> tiles = new HashMap<>();
        private final GrowingTree tree = GrowingTree.resume(0, nothing());

        void growTo(int size) {
            while (tree.size() < size) {
                int at = (int) tree.size();
                add(0, at, Hashes.leaf(entry(at)));
            }
        }

        private void add(int level, long at, Sha256 hash) {
            if (level == 0) {
                tree.append(hash);
            }
            var tile = tiles.computeIfAbsent(key(level, at / 256), k -> Tile.of(List.of()));
            tile.append(hash);
            if (tile.isFull()) {
                add(level + 1, at / 256, tile.root());
            }
        }

        List<byte[]> entries(int size) {
            growTo(size);
            var entries = new ArrayList<byte[]>();
            for (int i = 0; i < size; i++) {
                entries.add(entry(i));
            }
            return entries;
        }

        @Override
        public Tile tile(int level, long index) {
            return tiles.getOrDefault(key(level, index), Tile.of(List.of()));
        }

        private static long key(int level, long index) {
            return level * 1_000_000L + index;
        }
    }
}
