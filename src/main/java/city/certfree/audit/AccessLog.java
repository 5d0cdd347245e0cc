package city.certfree.audit;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every use and every refusal, in the order they came. Records are added, never changed. */
public interface AccessLog {
    /** Adds a record and signs its receipt, within the caller's transaction. */
    Receipt append(AccessRecord record);

    /** The record of this name; empty when there is none. */
    Optional<RecordedUse> find(RecordId id);

    /**
     * The uses of these holders' licences, newest first.
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
