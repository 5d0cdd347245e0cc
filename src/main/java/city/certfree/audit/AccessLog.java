package city.certfree.audit;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every use and every refusal. Records are added, never changed. */
public interface AccessLog {
    /**
     * Does what a use case has decided, and returns its answer once the record is durable.
     *
     * @throws city.certfree.kernel.Transactions.StorageUnavailable if the database is away, and the use case has no answer
     *     for that
     */
    <T> T append(Pending<T> act);

    /** The record of this name; empty when there is none. */
    Optional<AccessRecord> find(RecordId id);

    /** The use of this name, with a receipt that leads to the latest checkpoint; empty when there is none. */
    Optional<RecordedUse> recorded(RecordId id);

    /**
     * The uses of these holders' licences, newest first, each with a receipt that leads to the latest checkpoint.
     *
     * @param after continue below this record; null: from the newest
     * @param limit at most so many
     */
    List<RecordedUse> of(List<HolderCode> holders, @Nullable RecordId after, int limit);

    /** How many uses of these holders' licences there are. */
    long count(List<HolderCode> holders);

    /** A record as it was kept, with its receipt. */
    record RecordedUse(AccessRecord record, Receipt receipt) {}
}
