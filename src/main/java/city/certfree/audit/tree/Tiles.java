package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;

/** A tree's nodes, out of its tiles. */
public interface Tiles extends Nodes {
    /**
     * A tile, with at least as many hashes as the tree has there; the levels of tiles count by 8 of the tree's.
     *
     * @throws IllegalArgumentException if the tree has not grown so far
     */
    Tile tile(int level, long index);

    @Override
    default Sha256 node(int level, long index) {
        int above = level % Tile.HEIGHT;
        int bits = Tile.HEIGHT - above;
        return tile(level / Tile.HEIGHT, index >>> bits).node(above, (int) (index & ((1L << bits) - 1)));
    }
}
