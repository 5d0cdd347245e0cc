package city.certfree.audit.jdbc;

import city.certfree.audit.check.LogRows;
import city.certfree.audit.tree.Tiles;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads logs for the check, and opens and digests each record on the way. */
@Singleton
final class JdbcLogRows implements LogRows {
    private static final String USES =
            """
            SELECT `log`, `leaf_index`, `record_id`, `at`, `office_code`, `caller`, `basis`, `channel`, `item_code`,
              `type_code`, `holder_index`, `index_key_id`, `outcome`, `answer_digest`, `nonce`, `seal_key_id`, `body`
            FROM `access_record` WHERE `log` = ? AND `leaf_index` >= ? AND `leaf_index` < ? ORDER BY `leaf_index`""";

    private static final String ACTS =
            """
            SELECT `record_id`, `at`, `office_code`, `actor`, `event`, `subject`, `nonce`, `seal_key_id`, `body`, `log`,
              `leaf_index`
            FROM `act_record` WHERE `log` = ? AND `leaf_index` >= ? AND `leaf_index` < ? ORDER BY `leaf_index`""";

    private static final String LEAVES =
            """
            SELECT `leaf_index`, `kind`, `entry` FROM `log_leaf`
            WHERE `log` = ? AND `leaf_index` >= ? AND `leaf_index` < ? ORDER BY `leaf_index`""";

    /** One statement, and so one moment: the size that counts is that of the head as it is then. */
    private static final String BEYOND =
            """
            SELECT MIN(`beyond`) FROM (
              SELECT MIN(`l`.`leaf_index`) AS `beyond` FROM `log_head` `h` JOIN `log_leaf` `l` ON `l`.`log` = `h`.`log`
                WHERE `h`.`log` = ? AND `l`.`leaf_index` >= `h`.`size`
              UNION ALL SELECT MIN(`r`.`leaf_index`) FROM `log_head` `h` JOIN `access_record` `r` ON `r`.`log` = `h`.`log`
                WHERE `h`.`log` = ? AND `r`.`leaf_index` >= `h`.`size`
              UNION ALL SELECT MIN(`r`.`leaf_index`) FROM `log_head` `h` JOIN `act_record` `r` ON `r`.`log` = `h`.`log`
                WHERE `h`.`log` = ? AND `r`.`leaf_index` >= `h`.`size`
              UNION ALL SELECT MIN(`h`.`size`) FROM `log_head` `h` JOIN `log_checkpoint` `c` ON `c`.`log` = `h`.`log`
                WHERE `h`.`log` = ? AND `c`.`size` > `h`.`size`
              UNION ALL SELECT MIN(`n`.`node_index`) * 256 FROM `log_head` `h` JOIN `log_node` `n` ON `n`.`log` = `h`.`log`
                WHERE `h`.`log` = ? AND `n`.`level` = 1 AND `n`.`node_index` > `h`.`size` / 256 - 1) AS `all`""";

    private final Statements statements;
    private final CheckpointRows checkpoints;
    private final AccessRecords uses;
    private final ActRecords acts;
    private final Archives archives;

    JdbcLogRows(
            Statements statements, CheckpointRows checkpoints, AccessRecords uses, ActRecords acts, Archives archives) {
        this.statements = statements;
        this.checkpoints = checkpoints;
        this.uses = uses;
        this.acts = acts;
        this.archives = archives;
    }

    @Override
    public List<Head> heads() {
        return statements.query(
                "SELECT `log`, `origin`, `size` FROM `log_head` ORDER BY `log`",
                row -> new Head(row.getInt(1), row.getString(2), row.getLong(3)));
    }

    @Override
    public List<Leaf> leaves(int log, long from, long to) {
        var useEntries = entries(
                statements.query(USES, JdbcLogRows::use, log, from, to), AccessRecordRow::leafIndex, uses::leafData);
        var actEntries = entries(
                statements.query(ACTS, JdbcLogRows::act, log, from, to),
                row -> Objects.requireNonNull(row.leafIndex()),
                acts::leafData);
        var leaves = new ArrayList<Leaf>();
        var ofKind = Map.of(PreparedRow.Kind.USE.name(), useEntries, PreparedRow.Kind.ACT.name(), actEntries);
        for (var stored : statements.query(LEAVES, StoredLeaf::read, log, from, to)) {
            var entries = ofKind.get(stored.kind);
            var found = entries == null ? null : entries.remove(stored.index);
            leaves.add(new Leaf(stored.index, stored.entry, state(stored, Optional.ofNullable(found))));
        }
        if (leaves.stream().anyMatch(leaf -> leaf.state() == State.MISSING)) {
            var archived = archives.of(log);
            leaves.replaceAll(leaf -> leaf.state() == State.MISSING && archived.test(leaf.index())
                    ? new Leaf(leaf.index(), leaf.entry(), State.ARCHIVED)
                    : leaf);
        }
        boolean homeless = !useEntries.isEmpty() || !actEntries.isEmpty();
        return homeless ? withChanged(leaves, useEntries, actEntries) : leaves;
    }

    private static State state(StoredLeaf stored, Optional<Optional<Sha256>> found) {
        if (found.isEmpty()) {
            return State.MISSING;
        }
        return found.get().equals(Optional.of(stored.entry)) ? State.GENUINE : State.CHANGED;
    }

    /** Records that stand where the leaf is of another kind or of none, or where there is no leaf. */
    private static List<Leaf> withChanged(
            List<Leaf> leaves, Map<Long, Optional<Sha256>> uses, Map<Long, Optional<Sha256>> acts) {
        return leaves.stream()
                .map(leaf -> uses.containsKey(leaf.index()) || acts.containsKey(leaf.index())
                        ? new Leaf(leaf.index(), leaf.entry(), State.CHANGED)
                        : leaf)
                .toList();
    }

    /** What each record's leaf should be; empty where the record cannot be opened. */
    private static <R> Map<Long, Optional<Sha256>> entries(
            List<R> records, Function<R, Long> index, Function<R, byte[]> leafData) {
        var entries = new HashMap<Long, Optional<Sha256>>(2 * records.size());
        for (var record : records) {
            entries.put(index.apply(record), entry(record, leafData));
        }
        return entries;
    }

    private static <R> Optional<Sha256> entry(R record, Function<R, byte[]> leafData) {
        try {
            return Optional.of(Sha256.of(leafData.apply(record)));
        } catch (RuntimeException changed) {
            // Whatever a changed column breaks, from the seal to the words of an enum: the record is not what it was.
            return Optional.empty();
        }
    }

    private static AccessRecordRow use(ResultSet row) throws SQLException {
        return new AccessRecordRow(
                row.getInt(1),
                row.getLong(2),
                row.getBytes(3),
                Columns.instant(row.getObject(4, LocalDateTime.class)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBytes(11),
                row.getString(12),
                row.getString(13),
                row.getBytes(14),
                row.getBytes(15),
                row.getString(16),
                row.getBytes(17));
    }

    static ActRecordRow act(ResultSet row) throws SQLException {
        return new ActRecordRow(
                row.getBytes(1),
                Columns.instant(row.getObject(2, LocalDateTime.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getString(8),
                row.getBytes(9),
                row.getInt(10),
                row.getLong(11));
    }

    @Override
    public List<StoredCheckpoint> checkpoints(int log, long above, long upTo) {
        return checkpoints.between(log, above, upTo).stream()
                .map(row -> new StoredCheckpoint(row.size(), row.first(), checkpoints.tryToOpen(log, row)))
                .toList();
    }

    @Override
    public List<Node> nodes(int log, int level, long from, long to) {
        return statements.query(
                """
                SELECT `node_index`, `hash` FROM `log_node`
                WHERE `log` = ? AND `level` = ? AND `node_index` >= ? AND `node_index` < ? ORDER BY `node_index`""",
                row -> new Node(row.getLong(1), Sha256.fromBytes(row.getBytes(2))),
                log,
                level,
                from,
                to);
    }

    @Override
    public Optional<Long> firstBeyondEnd(int log) {
        return statements
                .query(
                        BEYOND,
                        row -> {
                            long index = row.getLong(1);
                            return row.wasNull() ? Optional.<Long>empty() : Optional.of(index);
                        },
                        log,
                        log,
                        log,
                        log,
                        log)
                .getFirst();
    }

    @Override
    public Tiles tiles(int log) {
        return new StoredTiles(statements, log);
    }

    private record StoredLeaf(long index, String kind, Sha256 entry) {
        static StoredLeaf read(ResultSet row) throws SQLException {
            return new StoredLeaf(row.getLong(1), row.getString(2), Sha256.fromBytes(row.getBytes(3)));
        }
    }
}
