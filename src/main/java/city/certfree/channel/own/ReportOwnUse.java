package city.certfree.channel.own;

import city.certfree.access.AccessControl;
import city.certfree.access.alarm.ReportUse;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets a citizen report a use of his or her licences as improper. */
@Singleton
public final class ReportOwnUse {
    private final AccessControl access;
    private final Licences licences;
    private final AccessLog log;
    private final ReportUse report;
    private final Transactions transactions;

    ReportOwnUse(AccessControl access, Licences licences, AccessLog log, ReportUse report, Transactions transactions) {
        this.access = access;
        this.licences = licences;
        this.log = log;
        this.report = report;
        this.transactions = transactions;
    }

    /** The number of the report; empty when there is no such use, or it is of another's licence. */
    public Optional<RandomId> report(HolderCode citizen, RecordId use, Purpose words) {
        return transactions.read(() -> own(citizen, use)).map(record -> report.report(record, words));
    }

    private Optional<AccessRecord> own(HolderCode citizen, RecordId use) {
        var holders = licences.holdersUnder(access.own(citizen));
        return log.find(use).filter(record -> record.holder() != null && holders.contains(record.holder()));
    }
}
