package city.certfree.audit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.ActRecord;
import city.certfree.audit.LogRecord;
import city.certfree.audit.log.Lease;
import city.certfree.audit.log.LogStore;
import city.certfree.audit.log.PreparedRecord;
import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.GrowingTree.FullTile;
import city.certfree.audit.tree.Tiles;
import city.certfree.crypto.Sealer;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Insertion;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.token.TokenSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the logs in the tables {@code log_…}, and their records in those of uses and acts. */
@Singleton
final class JdbcLogStore implements LogStore {
    private static final Insertion LEAVES = new Insertion("log_leaf", List.of("log", "leaf_index", "kind", "entry"));
    private static final Insertion NODES = new Insertion("log_node", List.of("log", "level", "node_index", "hash"));

    private final Statements statements;
    private final AccessRecords uses;
    private final ActRecords acts;
    private final Sealer sealer;
    private final TokenSettings settings;

    JdbcLogStore(Statements statements, AccessRecords uses, ActRecords acts, Sealer sealer, TokenSettings settings) {
        this.statements = statements;
        this.uses = uses;
        this.acts = acts;
        this.sealer = sealer;
        this.settings = settings;
    }

    /** Two nodes that claim at once are told apart by the epoch, or by the primary key of a new log: the slower one retries. */
    @Override
    public Lease claim(RandomId owner, Instant now, Instant until) {
        for (var free : statements.query(
                "SELECT `log`, `origin`, `epoch`, `size` FROM `log_head` WHERE `leased_until` <= ? ORDER BY `log`",
                row -> new Lease(row.getInt(1), row.getString(2), owner, row.getLong(3) + 1, row.getLong(4)),
                Columns.utc(now))) {
            int claimed = statements.update(
                    """
                    UPDATE `log_head` SET `epoch` = ?, `owner` = ?, `leased_until` = ?
                    WHERE `log` = ? AND `epoch` = ? AND `leased_until` <= ?""",
                    free.epoch(),
                    owner.toBytes(),
                    Columns.utc(until),
                    free.log(),
                    free.epoch() - 1,
                    Columns.utc(now));
            if (claimed == 1) {
                return new Lease(free.log(), free.origin(), owner, free.epoch(), size(free.log()));
            }
        }
        return begin(owner, until);
    }

    private Lease begin(RandomId owner, Instant until) {
        int log = 1
                + statements
                        .query("SELECT COALESCE(MAX(`log`), 0) FROM `log_head`", row -> row.getInt(1))
                        .getFirst();
        var origin = settings.issuer().getAuthority() + "/log/" + log;
        int begun = statements.update(
                """
                INSERT IGNORE INTO `log_head` (`log`, `origin`, `epoch`, `owner`, `leased_until`, `size`)
                VALUES (?, ?, 1, ?, ?, 0)""",
                log,
                origin,
                owner.toBytes(),
                Columns.utc(until));
        return begun == 1 ? new Lease(log, origin, owner, 1, 0) : begin(owner, until);
    }

    private long size(int log) {
        return statements
                .query("SELECT `size` FROM `log_head` WHERE `log` = ?", row -> row.getLong(1), log)
                .getFirst();
    }

    @Override
    public boolean renew(Lease lease, Instant until) {
        return statements.update(
                        "UPDATE `log_head` SET `leased_until` = ? WHERE `log` = ? AND `epoch` = ? AND `owner` = ?",
                        Columns.utc(until),
                        lease.log(),
                        lease.epoch(),
                        lease.owner().toBytes())
                == 1;
    }

    @Override
    public boolean advance(Lease lease, long from, long to, Instant until) {
        return statements.update(
                        """
                        UPDATE `log_head` SET `size` = ?, `leased_until` = ?
                        WHERE `log` = ? AND `epoch` = ? AND `owner` = ? AND `size` = ?""",
                        to,
                        Columns.utc(until),
                        lease.log(),
                        lease.epoch(),
                        lease.owner().toBytes(),
                        from)
                == 1;
    }

    @Override
    public PreparedRecord prepare(LogRecord record) {
        return switch (record) {
            case AccessRecord use -> uses.prepare(use);
            case ActRecord act -> acts.prepare(act);
        };
    }

    @Override
    public void add(int log, long first, List<PreparedRecord> records) {
        var leaves = new ArrayList<Leaf>();
        for (int i = 0; i < records.size(); i++) {
            leaves.add(new Leaf(first + i, (PreparedRow) records.get(i)));
        }
        add(
                leaves.stream()
                        .filter(l -> l.row.kind() == PreparedRow.Kind.USE)
                        .toList(),
                AccessRecords.INSERTION,
                (row, leaf) -> AccessRecords.bind(row, log, leaf.index, leaf.row));
        add(
                leaves.stream()
                        .filter(l -> l.row.kind() == PreparedRow.Kind.ACT)
                        .toList(),
                ActRecords.INSERTION,
                (row, leaf) -> ActRecords.bind(row, log, leaf.index, leaf.row));
        add(leaves, LEAVES, (row, leaf) -> {
            row.setInt(1, log);
            row.setLong(2, leaf.index);
            row.setString(3, leaf.row.kind().name());
            row.setBytes(4, leaf.row.entry().toBytes());
        });
    }

    private void add(List<Leaf> leaves, Insertion insertion, Statements.Row<Leaf> row) {
        if (!leaves.isEmpty()) {
            statements.insert(insertion, leaves, row);
        }
    }

    @Override
    public void addNodes(int log, List<FullTile> full) {
        statements.insert(NODES, full, (row, tile) -> {
            row.setInt(1, log);
            row.setInt(2, tile.level() + 1);
            row.setLong(3, tile.index());
            row.setBytes(4, tile.root().toBytes());
        });
    }

    @Override
    public void addCheckpoint(int log, long first, long size, Instant at, SignedNote checkpoint) {
        var sealed = sealer.seal(checkpoint.toString().getBytes(UTF_8), CheckpointRows.place(log, first, size, at));
        statements.update(
                """
                INSERT INTO `log_checkpoint` (`log`, `size`, `first`, `at`, `seal_key_id`, `body`)
                VALUES (?, ?, ?, ?, ?, ?)""",
                log,
                size,
                first,
                Columns.utc(at),
                sealed.keyId(),
                sealed.toBytes());
    }

    /** Whoever appends holds the head's row until the transaction has ended: behind that lock there is nothing on its way. */
    @Override
    public Optional<Sha256> settledEntry(int log, long index) {
        statements.query("SELECT `size` FROM `log_head` WHERE `log` = ? FOR UPDATE", row -> row.getLong(1), log);
        return statements
                .query(
                        "SELECT `entry` FROM `log_leaf` WHERE `log` = ? AND `leaf_index` = ?",
                        row -> Sha256.fromBytes(row.getBytes(1)),
                        log,
                        index)
                .stream()
                .findFirst();
    }

    @Override
    public Tiles tiles(int log) {
        return new StoredTiles(statements, log);
    }

    /** A record at its index. */
    private record Leaf(long index, PreparedRow row) {}
}
