package city.certfree.audit.jdbc;

import city.certfree.audit.AccessLog.RecordedUse;
import city.certfree.audit.Receipt;
import city.certfree.audit.note.LogProof;
import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.Proofs;
import city.certfree.audit.tree.Tiles;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proves stored records anew: each receipt leads to the latest checkpoint of its log. */
@Singleton
final class StoredReceipts {
    private final AccessRecords records;
    private final CheckpointRows checkpoints;
    private final JdbcLogStore store;

    StoredReceipts(AccessRecords records, CheckpointRows checkpoints, JdbcLogStore store) {
        this.records = records;
        this.checkpoints = checkpoints;
        this.store = store;
    }

    /** The uses of these rows, in their order. */
    List<RecordedUse> of(List<AccessRecordRow> rows) {
        var logs = new HashMap<Integer, Current>();
        return rows.stream().map(row -> use(row, logs)).toList();
    }

    private RecordedUse use(AccessRecordRow row, Map<Integer, Current> logs) {
        var body = records.body(row);
        var record = records.record(row, body);
        var kept = body.receipt();
        var text = kept != null ? kept : proof(row, logs.computeIfAbsent(row.log(), this::current));
        return new RecordedUse(record, new Receipt(record.id(), text));
    }

    private String proof(AccessRecordRow row, Current log) {
        var path = Proofs.inclusion(row.leafIndex(), log.size, log.tiles);
        return new LogProof(records.leafData(row), row.leafIndex(), path, log.note).toString();
    }

    private Current current(int log) {
        var latest = checkpoints.latest(log).orElseThrow();
        return new Current(latest.note(), latest.size(), store.tiles(log));
    }

    /** A log as it stands now. */
    private record Current(SignedNote note, long size, Tiles tiles) {}
}
