package city.certfree.channel.slip;

import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Gives out one more slip of a clerk's own use, counted, so that a second paper never passes for the first. */
@Singleton
public final class PrintSlip {
    private final AccessLog log;
    private final Slips slips;
    private final Transactions transactions;
    private final Clock clock;

    PrintSlip(AccessLog log, Slips slips, Transactions transactions, Clock clock) {
        this.log = log;
        this.slips = slips;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The slip under its number; empty when there is no such use, or it is another's.
     *
     * @param key of the form that asks: sent twice, it is one print
     */
    public Optional<Slip> print(Requester.Clerk clerk, RecordId use, RandomId key) {
        return transactions.write(() -> log.find(use)
                .filter(record -> ReadSlip.isBy(clerk, record))
                .map(record -> new Slip(record, number(use, key))));
    }

    /** Whoever is beaten to a number by another window takes the next. */
    private int number(RecordId use, RandomId key) {
        var before = slips.numbered(use, key);
        int next = slips.printed(use) + 1;
        while (before.isEmpty() && !slips.add(use, next, key, clock.instant())) {
            before = slips.numbered(use, key);
            next++;
        }
        return before.orElse(next);
    }
}
