package city.certfree.audit.log;

import city.certfree.audit.LogRecord;
import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.GrowingTree.FullTile;
import city.certfree.audit.tree.Tiles;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where logs are kept. What adds to a log runs within the caller's transaction. */
public interface LogStore {
    /** Claims a log whose lease is over, or begins a new one. */
    Lease claim(RandomId owner, Instant now, Instant until);

    /** Extends a lease; false when another node has claimed the log since. */
    boolean renew(Lease lease, Instant until);

    /**
     * Moves the log's head and extends the lease; false when another node has claimed the log since, or the head is
     * elsewhere. Whoever goes on after false forks the log.
     */
    boolean advance(Lease lease, long from, long to, Instant until);

    /** Seals and digests a record; touches no database. */
    PreparedRecord prepare(LogRecord record);

    /** Adds records and their leaves, from this index on. */
    void add(int log, long first, List<PreparedRecord> records);

    /** Adds what is above leaves. */
    void addNodes(int log, List<FullTile> full);

    /**
     * Adds the checkpoint of a group.
     *
     * @param first the group's first leaf, which is the size that the checkpoint before speaks of
     */
    void addCheckpoint(int log, long first, long size, Instant at, SignedNote checkpoint);

    /**
     * The entry at an index once nobody is changing the log any more: a transaction whose commit is on its way is waited for, and
     * found or not found for good.
     *
     * @return empty when the log has not grown so far
     */
    Optional<Sha256> settledEntry(int log, long index);

    /** The log's tree as it is stored. */
    Tiles tiles(int log);
}
