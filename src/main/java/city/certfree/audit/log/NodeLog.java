package city.certfree.audit.log;

import city.certfree.audit.log.GroupCommit.Fenced;
import city.certfree.audit.tree.GrowingTree;
import city.certfree.kernel.Presumptions;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.kernel.Transactions.Row;
import city.certfree.kernel.Transactions.StorageUnavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log that this node appends to, claimed with the first group. A commit whose answer was lost is settled by asking the
 * log itself, before anything else is signed: there is never a second checkpoint of one size.
 */
@Singleton
final class NodeLog {
    /** For how long a log is this node's without a sign of life. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(NodeLog.class);
    private static final int TRIES = 3;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LogStore store;
    private final LogKeys keys;
    private final Transactions transactions;
    private final Clock clock;
    private final Presumptions presumptions;
    private final RandomId owner = RandomId.next();

    private volatile Optional<Lease> lease = Optional.empty();
    private GrowingTree tree = GrowingTree.empty();
    private Optional<GroupCommit> doubt = Optional.empty();

    NodeLog(LogStore store, LogKeys keys, Transactions transactions, Clock clock, Presumptions presumptions) {
        this.store = store;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
        this.presumptions = presumptions;
    }

    /**
     * Makes a group durable.
     *
     * @throws StorageUnavailable if the database is away; whether the group is durable may then not be known yet
     * @throws RuntimeException what one of the members threw: nothing of the group is durable
     */
    void commit(List<Member<?>> members) {
        for (int attempt = 1; ; attempt++) {
            settleOldDoubt();
            var group = new GroupCommit(store, keys, clock, presumptions, claimed(), tree, members);
            try {
                group.run(transactions);
                tree = group.after();
                return;
            } catch (Fenced e) {
                LOG.warn("this node has lost its log to another and claims a new one");
                lease = Optional.empty();
                if (attempt == TRIES) {
                    throw new StorageUnavailable(e);
                }
            } catch (RuntimeException e) {
                if (!group.isInDoubt()) {
                    throw e;
                }
                doubt = Optional.of(group);
                if (settled(e)) {
                    return;
                }
                if (attempt == TRIES) {
                    throw new StorageUnavailable(e);
                }
            }
        }
    }

    /** Begins a row of commits, which take less time than by themselves. */
    Row row() {
        return transactions.row();
    }

    private Lease claimed() {
        if (lease.isEmpty()) {
            var now = clock.instant();
            var claimed = transactions.write(() -> store.claim(owner, now, now.plus(LEASE)));
            tree = transactions.read(() -> GrowingTree.resume(claimed.size(), store.tiles(claimed.log())));
            lease = Optional.of(claimed);
        }
        return lease.get();
    }

    private void settleOldDoubt() {
        if (doubt.isPresent()) {
            settle(doubt.get());
        }
    }

    /** Whether the group in doubt turned out durable; false when it is known not to be. */
    private boolean settled(RuntimeException cause) {
        var group = doubt.orElseThrow();
        for (int attempt = 1; ; attempt++) {
            try {
                return settle(group);
            } catch (StorageUnavailable e) {
                if (attempt == TRIES) {
                    e.addSuppressed(cause);
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private boolean settle(GroupCommit group) {
        boolean durable = transactions.read(group::isDurable);
        doubt = Optional.empty();
        if (durable) {
            tree = group.after();
        }
        return durable;
    }

    /** Shows that this node lives. */
    void renew() {
        lease.ifPresent(held -> {
            if (!transactions.write(() -> store.renew(held, clock.instant().plus(LEASE)))) {
                LOG.warn("this node has lost its log to another");
            }
        });
    }

    /** Leaves the log to others. */
    void release() {
        lease.ifPresent(held -> transactions.write(() -> store.renew(held, clock.instant())));
        lease = Optional.empty();
    }
}
