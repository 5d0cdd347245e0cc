package city.certfree.supervision.complaint;

import city.certfree.access.AccessControl;
import city.certfree.access.alarm.ReportUse;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Pending;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licences;
import city.certfree.registry.Registry;
import city.certfree.supervision.complaint.Filing.NoSuchItem;
import city.certfree.supervision.complaint.Filing.NoSuchOffice;
import city.certfree.supervision.complaint.Filing.NoSuchUse;
import city.certfree.supervision.complaint.Filing.Taken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a citizen's complaint. That a use was not his or hers also alarms the supervisor, with one and the same act. */
@Singleton
public final class FileComplaint {
    private final Register register;
    private final Complaints complaints;
    private final ReportUse report;
    private final Transactions transactions;
    private final Clock clock;

    FileComplaint(Register register, Complaints complaints, ReportUse report, Transactions transactions, Clock clock) {
        this.register = register;
        this.complaints = complaints;
        this.report = report;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Checks the complaint and takes it.
     *
     * @param text what the citizen says to it; null: nothing
     */
    public Filing file(HolderCode citizen, Grievance about, @Nullable ComplaintText text) {
        return switch (about) {
            case Grievance.NotMe notMe ->
                transactions
                        .read(() -> register.own(citizen, notMe.use()))
                        .<Filing>map(use -> new Taken(report.report(
                                use, text == null ? null : text.value(), () -> add(citizen, notMe, text))))
                        .orElseGet(NoSuchUse::new);
            case Grievance.AskedForPaper paper ->
                register.flawOf(paper)
                        .orElseGet(() ->
                                new Taken(Pending.act(() -> add(citizen, paper, text), kept -> Optional.empty())));
        };
    }

    /** Draws numbers until one is free: of ten million a day, the first nearly always is. */
    private Complaint add(HolderCode citizen, Grievance about, @Nullable ComplaintText text) {
        while (true) {
            var now = clock.instant();
            var complaint = new Complaint(ComplaintNumber.next(now), now, citizen, about, text);
            if (complaints.add(complaint)) {
                return complaint;
            }
        }
    }

    /** What there is to complain of. */
    @Singleton
    record Register(AccessControl access, Licences licences, AccessLog log, Registry registry) {
        /** The use, when it is of a licence of the citizen's, or of an organisation that he or she represents. */
        Optional<AccessRecord> own(HolderCode citizen, RecordId use) {
            var holders = licences.holdersUnder(access.own(citizen));
            return log.find(use).filter(record -> record.holder() != null && holders.contains(record.holder()));
        }

        Optional<Filing> flawOf(Grievance.AskedForPaper paper) {
            var catalogue = registry.current().catalogue();
            if (catalogue.item(paper.item()).isEmpty()) {
                return Optional.of(new NoSuchItem());
            }
            boolean known =
                    paper.office() == null || catalogue.office(paper.office()).isPresent();
            return known ? Optional.empty() : Optional.of(new NoSuchOffice());
        }
    }
}
