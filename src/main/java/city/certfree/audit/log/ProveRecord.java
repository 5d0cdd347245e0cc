package city.certfree.audit.log;

import city.certfree.audit.log.StoredLogs.LeafPlace;
import city.certfree.audit.log.StoredLogs.StoredLog;
import city.certfree.audit.note.LogProof;
import city.certfree.audit.tree.Proofs;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Proves that a record stands in a log, without saying what it records. */
@Singleton
public final class ProveRecord {
    private final StoredLogs logs;
    private final Transactions transactions;

    ProveRecord(StoredLogs logs, Transactions transactions) {
        this.logs = logs;
        this.transactions = transactions;
    }

    /** The proof, up to the latest checkpoint; empty when there is no such record, or it is from before there was a log. */
    public Optional<Inclusion> prove(RecordId id) {
        return transactions.read(() -> logs.leafOf(id)
                .map(leaf -> inclusion(leaf, logs.find(leaf.log()).orElseThrow())));
    }

    private Inclusion inclusion(LeafPlace leaf, StoredLog log) {
        var path = Proofs.inclusion(leaf.index(), log.size(), logs.tiles(log.log()));
        var proof = new LogProof(new byte[0], leaf.index(), path, log.checkpoint());
        return new Inclusion(log.log(), log.origin(), leaf.index(), log.size(), leaf.entry(), proof);
    }

    /**
     * Where a record stands, and the proof.
     *
     * @param log number of the log
     * @param origin name of the log
     * @param index of the record's leaf, from 0
     * @param size leaves that the checkpoint speaks of
     * @param entry of the leaf: SHA-256 of the nonce and the canonical record, neither of which it discloses
     * @param proof without the record
     */
    public record Inclusion(int log, String origin, long index, long size, Sha256 entry, LogProof proof) {}
}
