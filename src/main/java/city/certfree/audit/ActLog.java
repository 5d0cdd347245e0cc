package city.certfree.audit;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Administrative acts, each recorded with what it changed or not done at all. Records are added, never changed. */
public interface ActLog {
    /**
     * Makes changes and their record one durable thing, and returns what the changes gave once it is durable.
     *
     * @param changes conditional statements and what belongs to them: few, quick, in the log's own transaction; they may
     *     run more than once, so they have no effect outside the database
     * @param record what to record, from what the changes gave; empty: nothing was changed, and nothing is recorded
     * @throws city.certfree.kernel.Transactions.StorageUnavailable if the database is away: nothing happened, unless only
     *     the answer to the commit was lost
     */
    <T> T perform(Supplier<T> changes, Function<T, Optional<ActRecord>> record);
}
