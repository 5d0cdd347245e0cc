package city.certfree.audit.log;

import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.note.LogProof;
import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.GrowingTree;
import city.certfree.audit.tree.GrowingTree.FullTile;
import city.certfree.audit.tree.Hashes;
import city.certfree.audit.tree.Proofs;
import city.certfree.kernel.Presumptions;
import city.certfree.kernel.Presumptions.Presumption;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One attempt to make a group durable: its statements in the order of their keys, then its records and leaves, one signed
 * checkpoint, and what the answers close. It runs in a transaction, and from the beginning again when that is restarted.
 */
final class GroupCommit {
    private final LogStore store;
    private final LogKeys keys;
    private final Clock clock;
    private final Presumptions presumptions;
    private final Lease lease;
    private final GrowingTree before;
    private final List<Member<?>> members;

    private GrowingTree after;
    private Optional<Sha256> firstEntry = Optional.empty();
    private boolean everythingSent;

    GroupCommit(
            LogStore store,
            LogKeys keys,
            Clock clock,
            Presumptions presumptions,
            Lease lease,
            GrowingTree before,
            List<Member<?>> members) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.presumptions = presumptions;
        this.lease = lease;
        this.before = before;
        this.after = before;
        this.members = members.stream()
                .sorted(Comparator.comparing((Member<?> member) -> member.key()))
                .toList();
    }

    /** Runs its transaction; a second time, statement by statement, if one that stood for several did not hold for all. */
    void run(Transactions transactions) {
        try {
            transactions.run(() -> run(Optional.of(new JointStatements(members))));
        } catch (JointStatements.NotForAll e) {
            transactions.run(() -> run(Optional.empty()));
        }
    }

    /** The work of the transaction. */
    private void run(Optional<JointStatements> joint) {
        everythingSent = false;
        var confirmed = confirmed();
        members.forEach(member -> member.confirm(confirmed));
        joint.ifPresentOrElse(JointStatements::run, () -> members.forEach(Member::run));
        var recorded = members.stream().filter(m -> m.record().isPresent()).toList();
        if (!recorded.isEmpty()) {
            append(recorded);
        }
        members.forEach(Member::close);
        everythingSent = true;
    }

    /** One look for all, before anything is changed. */
    private Predicate<Presumption> confirmed() {
        return members.stream().anyMatch(Member::isPresumed) ? presumptions.confirmed() : presumed -> true;
    }

    private void append(List<Member<?>> recorded) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long first = before.size();
        if (!store.advance(lease, first, first + recorded.size(), now.plus(NodeLog.LEASE))) {
            throw new Fenced();
        }
        var records = recorded.stream().map(m -> m.record().orElseThrow()).toList();
        firstEntry = Optional.of(records.getFirst().entry());
        store.add(lease.log(), first, records);
        var checkpoint = grow(records, now);
        // Each caller makes its own proof: this tree does not grow any more.
        var grown = after;
        for (int i = 0; i < recorded.size(); i++) {
            long index = first + i;
            byte[] leafData = records.get(i).leafData();
            recorded.get(i)
                    .prove(() ->
                            new LogProof(leafData, index, Proofs.inclusion(index, grown.size(), grown), checkpoint));
        }
    }

    private SignedNote grow(List<PreparedRecord> records, Instant now) {
        after = before.copy();
        var full = new ArrayList<FullTile>();
        for (var record : records) {
            full.addAll(after.append(Hashes.leaf(record.entry().toBytes())));
        }
        if (!full.isEmpty()) {
            store.addNodes(lease.log(), full);
        }
        var checkpoint = SignedNote.sign(
                new Checkpoint(lease.origin(), after.size(), after.root()).text(), keys.pens(lease.origin()));
        store.addCheckpoint(lease.log(), before.size(), after.size(), now, checkpoint);
        return checkpoint;
    }

    /** Whether everything but the commit had been done: if the transaction failed nevertheless, it is in doubt. */
    boolean isInDoubt() {
        return everythingSent;
    }

    /** Whether the group is durable, as the log itself tells. */
    boolean isDurable() {
        return firstEntry.isPresent()
                && store.settledEntry(lease.log(), before.size()).equals(firstEntry);
    }

    /** The tree with the group's leaves. */
    GrowingTree after() {
        return after;
    }

    /** The log is another node's now. */
    static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fenced() {
            super("the log has been claimed by another node");
        }
    }
}
