package city.certfree.audit.jdbc;

import city.certfree.audit.tree.Hashes;
import city.certfree.audit.tree.Tile;
import city.certfree.audit.tree.Tiles;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.Sha256;
import java.util.HashMap;
import java.util.Map;

/** The tiles of one log, read as they are asked for and kept as long as this object: for one proof, or a page of them. */
final class StoredTiles implements Tiles {
    private static final String LEAVES =
            """
            SELECT `entry` FROM `log_leaf` WHERE `log` = ? AND `leaf_index` >= ? AND `leaf_index` < ?
            ORDER BY `leaf_index`""";

    private static final String NODES =
            """
            SELECT `hash` FROM `log_node` WHERE `log` = ? AND `level` = ? AND `node_index` >= ? AND `node_index` < ?
            ORDER BY `node_index`""";

    private final Map<Place, Tile> read = new HashMap<>();
    private final Statements statements;
    private final int log;

    StoredTiles(Statements statements, int log) {
        this.statements = statements;
        this.log = log;
    }

    @Override
    public Tile tile(int level, long index) {
        return read.computeIfAbsent(new Place(level, index), this::read);
    }

    private Tile read(Place place) {
        long from = place.index * Tile.WIDTH;
        long to = from + Tile.WIDTH;
        return Tile.of(
                place.level == 0
                        ? statements.query(LEAVES, row -> Hashes.leaf(row.getBytes(1)), log, from, to)
                        : statements.query(
                                NODES, row -> Sha256.fromBytes(row.getBytes(1)), log, place.level, from, to));
    }

    private record Place(int level, long index) {}
}
