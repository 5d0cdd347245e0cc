package city.certfree.audit.jdbc;

import city.certfree.audit.log.StoredLogs;
import city.certfree.audit.tree.Tiles;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the logs of all nodes. */
@Singleton
final class JdbcStoredLogs implements StoredLogs {
    private static final String LEAF =
            """
            SELECT l.`log`, l.`leaf_index`, l.`entry` FROM `%s` r
            JOIN `log_leaf` l ON l.`log` = r.`log` AND l.`leaf_index` = r.`leaf_index` WHERE r.`record_id` = ?""";

    private final Statements statements;
    private final CheckpointRows checkpoints;

    JdbcStoredLogs(Statements statements, CheckpointRows checkpoints) {
        this.statements = statements;
        this.checkpoints = checkpoints;
    }

    @Override
    public List<StoredLog> all() {
        return statements
                .query(
                        "SELECT `log`, `origin` FROM `log_head` ORDER BY `log`",
                        row -> new Head(row.getInt(1), row.getString(2)))
                .stream()
                .flatMap(head -> stored(head).stream())
                .toList();
    }

    @Override
    public Optional<StoredLog> find(int log) {
        return statements
                .query(
                        "SELECT `log`, `origin` FROM `log_head` WHERE `log` = ?",
                        row -> new Head(row.getInt(1), row.getString(2)),
                        log)
                .stream()
                .findFirst()
                .flatMap(this::stored);
    }

    private Optional<StoredLog> stored(Head head) {
        return checkpoints
                .latest(head.log)
                .map(latest -> new StoredLog(head.log, head.origin, latest.size(), latest.note()));
    }

    @Override
    public Tiles tiles(int log) {
        return new StoredTiles(statements, log);
    }

    @Override
    public List<Sha256> entries(int log, long from, long to) {
        return statements.query(
                """
                SELECT `entry` FROM `log_leaf` WHERE `log` = ? AND `leaf_index` >= ? AND `leaf_index` < ?
                ORDER BY `leaf_index`""",
                row -> Sha256.fromBytes(row.getBytes(1)),
                log,
                from,
                to);
    }

    @Override
    public Optional<LeafPlace> leafOf(RecordId record) {
        return List.of("access_record", "act_record").stream()
                .flatMap(table -> statements
                        .query(
                                LEAF.formatted(table),
                                row -> new LeafPlace(row.getInt(1), row.getLong(2), Sha256.fromBytes(row.getBytes(3))),
                                record.value().toBytes())
                        .stream())
                .findFirst();
    }

    private record Head(int log, String origin) {}
}
