package city.certfree.audit.log;

import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.Tiles;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import java.util.List;
import java.util.Optional;

/** What is published of the logs of all nodes: nothing of it says anything about anyone. */
public interface StoredLogs {
    /** Every log that has a checkpoint, by number. */
    List<StoredLog> all();

    /** A log; empty when there is none of this number, or it has no checkpoint yet. */
    Optional<StoredLog> find(int log);

    /** The log's tree. */
    Tiles tiles(int log);

    /** The entries from one index up to another; fewer when the log has not grown so far. */
    List<Sha256> entries(int log, long from, long to);

    /** Where a record's leaf is; empty when there is no such record, or it is from before there was a log. */
    Optional<LeafPlace> leafOf(RecordId record);

    /**
     * A log as it stands.
     *
     * @param size leaves that the checkpoint speaks of
     * @param checkpoint the latest
     */
    record StoredLog(int log, String origin, long size, SignedNote checkpoint) {}

    /** A leaf. */
    record LeafPlace(int log, long index, Sha256 entry) {}
}
