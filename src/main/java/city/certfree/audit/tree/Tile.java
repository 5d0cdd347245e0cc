package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Up to 256 neighbouring hashes with the nodes above them that are complete: what C2SP tlog-tiles calls a tile. It only grows
 * at its right end.
 */
public final class Tile {
    /** Hashes in a full tile: 2^8. */
    public static final int WIDTH = 256;

    /** Levels of the tree that a tile spans. */
    public static final int HEIGHT = 8;

    /** Level 0 from 0, level 1 from 256, …, level 8 at 510. */
    private final @Nullable Sha256[] nodes;

    private int width;

    private Tile(@Nullable Sha256[] nodes, int width) {
        this.nodes = nodes;
        this.width = width;
    }

    /** A tile of these hashes; at most 256. */
    public static Tile of(List<Sha256> hashes) {
        var tile = new Tile(new @Nullable Sha256[2 * WIDTH - 1], 0);
        hashes.forEach(tile::append);
        return tile;
    }

    Tile copy() {
        return new Tile(Arrays.copyOf(nodes, nodes.length), width);
    }

    void append(Sha256 hash) {
        if (isFull()) {
            throw new IllegalArgumentException("a tile has at most 256 hashes");
        }
        var node = hash;
        int place = width++;
        nodes[place] = node;
        for (int level = 1; (place & 1) == 1; level++) {
            node = Hashes.node(Objects.requireNonNull(nodes[offset(level - 1) + place - 1]), node);
            place >>= 1;
            nodes[offset(level) + place] = node;
        }
    }

    /** How many hashes it has. */
    public int width() {
        return width;
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** The node at this level above the tile's hashes (0 to 8), at this place from the tile's left. */
    Sha256 node(int level, int place) {
        var node = ((place + 1) << level) > width ? null : nodes[offset(level) + place];
        if (node == null) {
            throw new IllegalArgumentException("the tile has not grown so far");
        }
        return node;
    }

    /** Its hashes. */
    public List<Sha256> hashes() {
        return Arrays.stream(nodes, 0, width).map(Objects::requireNonNull).toList();
    }

    /** The hash over a full tile. */
    Sha256 root() {
        return node(HEIGHT, 0);
    }

    private static int offset(int level) {
        return 2 * WIDTH - ((2 * WIDTH) >> level);
    }
}
