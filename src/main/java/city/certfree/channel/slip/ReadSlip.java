package city.certfree.channel.slip;

import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows a clerk the slip of his or her own use before it is printed. */
@Singleton
public final class ReadSlip {
    private final AccessLog log;
    private final Slips slips;
    private final Transactions transactions;

    ReadSlip(AccessLog log, Slips slips, Transactions transactions) {
        this.log = log;
        this.slips = slips;
        this.transactions = transactions;
    }

    /** The slip as it stands; empty when there is no such use, or it is another's. */
    public Optional<Slip> of(Requester.Clerk clerk, RecordId use) {
        return transactions.read(() -> log.find(use)
                .filter(record -> isBy(clerk, record))
                .map(record -> new Slip(record, slips.printed(use))));
    }

    /** A client may have an account's name, but no clerk is the operator of its uses and the caller at once. */
    static boolean isBy(Requester.Clerk clerk, AccessRecord record) {
        return clerk.caller().equals(record.caller())
                && clerk.operator().equals(record.operator())
                && clerk.office().equals(record.office());
    }
}
