package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The right edge of a tree, to which leaves are added: at each level the tile that grows and the one before it. That is
 * enough for the root and for the proofs of the last 256 leaves.
 */
public final class GrowingTree implements Tiles {
    private final List<Edge> levels;
    private long size;

    private GrowingTree(List<Edge> levels, long size) {
        this.levels = levels;
        this.size = size;
    }

    /** The tree without leaves. */
    public static GrowingTree empty() {
        return new GrowingTree(new ArrayList<>(), 0);
    }

    /** Takes up a tree of this size, whose tiles are at hand. */
    public static GrowingTree resume(long size, Tiles tiles) {
        var levels = new ArrayList<Edge>();
        int level = 0;
        for (long hashes = size; level == 0 || hashes > 0; hashes /= Tile.WIDTH) {
            int width = (int) (hashes % Tile.WIDTH);
            long index = hashes / Tile.WIDTH;
            var stored = width == 0
                    ? List.<Sha256>of()
                    : tiles.tile(level, index).hashes().subList(0, width);
            levels.add(new Edge(index, Tile.of(stored), Optional.empty()));
            level++;
        }
        return new GrowingTree(levels, size);
    }

    /** One that grows on its own; this one stays as it is. */
    public GrowingTree copy() {
        var copies = new ArrayList<Edge>();
        levels.forEach(edge -> copies.add(new Edge(edge.index, edge.growing.copy(), edge.before)));
        return new GrowingTree(copies, size);
    }

    public long size() {
        return size;
    }

    public Sha256 root() {
        return Proofs.root(size, this);
    }

    /**
     * Adds a leaf.
     *
     * @return the roots of the tiles that became full by it, from the lowest level: the hashes of the level above
     */
    public List<FullTile> append(Sha256 leaf) {
        size++;
        var full = new ArrayList<FullTile>();
        var hash = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new Edge(0, Tile.of(List.of()), Optional.empty()));
            }
            var edge = levels.get(level);
            edge.growing.append(hash);
            if (!edge.growing.isFull()) {
                return full;
            }
            hash = edge.growing.root();
            full.add(new FullTile(level, edge.index, hash));
            levels.set(level, new Edge(edge.index + 1, Tile.of(List.of()), Optional.of(edge.growing)));
        }
    }

    @Override
    public Tile tile(int level, long index) {
        if (level < levels.size()) {
            var edge = levels.get(level);
            if (edge.index == index) {
                return edge.growing;
            }
            if (edge.index == index + 1 && edge.before.isPresent()) {
                return edge.before.get();
            }
        }
        throw new IllegalArgumentException("the tile is not at the right edge of the tree");
    }

    /**
     * A tile that is full.
     *
     * @param level its level, counted by tiles
     * @param index its place in that level
     * @param root the hash over it: hash {@code index} of the tiles one level above
     */
    public record FullTile(int level, long index, Sha256 root) {}

    /** Where a level grows. */
    private record Edge(long index, Tile growing, Optional<Tile> before) {}
}
