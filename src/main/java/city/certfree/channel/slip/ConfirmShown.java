package city.certfree.channel.slip;

import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Notes that the answer of a clerk's own use stood on the screen: what was never noted so may have been lost on its way. */
@Singleton
public final class ConfirmShown {
    private static final int ON_THE_SCREEN = 0;

    private final AccessLog log;
    private final Slips slips;
    private final Transactions transactions;
    private final Clock clock;

    ConfirmShown(AccessLog log, Slips slips, Transactions transactions, Clock clock) {
        this.log = log;
        this.slips = slips;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nothing happens when it was noted before, there is no such use, or it is another's. */
    public void confirm(Requester.Clerk clerk, RecordId use) {
        transactions.run(() -> {
            if (log.find(use).filter(record -> ReadSlip.isBy(clerk, record)).isPresent() && !slips.isShown(use)) {
                slips.add(use, ON_THE_SCREEN, use.value(), clock.instant());
            }
        });
    }
}
