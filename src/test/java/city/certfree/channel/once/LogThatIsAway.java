package city.certfree.channel.once;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Pending;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions.StorageUnavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log that can be read, and to which nothing can be added. */
record LogThatIsAway(AccessLog log) implements AccessLog {
    @Override
    public <T> T append(Pending<T> act) {
        return act.unavailable(new StorageUnavailable(new IllegalStateException("away")));
    }

    @Override
    public Optional<AccessRecord> find(RecordId id) {
        return log.find(id);
    }

    @Override
    public Optional<RecordedUse> recorded(RecordId id) {
        return log.recorded(id);
    }

    @Override
    public List<RecordedUse> of(List<HolderCode> holders, @Nullable RecordId after, int limit) {
        return log.of(holders, after, limit);
    }

    @Override
    public long count(List<HolderCode> holders) {
        return log.count(holders);
    }
}
