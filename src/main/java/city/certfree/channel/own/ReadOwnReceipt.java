package city.certfree.channel.own;

import city.certfree.access.AccessControl;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Receipt;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Gives a citizen the proof of one use of his or her licences. */
@Singleton
public final class ReadOwnReceipt {
    private final AccessControl access;
    private final Licences licences;
    private final AccessLog log;
    private final Transactions transactions;

    ReadOwnReceipt(AccessControl access, Licences licences, AccessLog log, Transactions transactions) {
        this.access = access;
        this.licences = licences;
        this.log = log;
        this.transactions = transactions;
    }

    /** The receipt, which leads to the latest checkpoint; empty when there is no such use, or it is of another's licence. */
    public Optional<Receipt> of(HolderCode citizen, RecordId use) {
        return transactions.read(() -> {
            var holders = licences.holdersUnder(access.own(citizen));
            return log.recorded(use)
                    .filter(found -> isOf(holders, found.record()))
                    .map(found -> found.receipt());
        });
    }

    private static boolean isOf(List<HolderCode> holders, AccessRecord record) {
        return record.holder() != null && holders.contains(record.holder());
    }
}
