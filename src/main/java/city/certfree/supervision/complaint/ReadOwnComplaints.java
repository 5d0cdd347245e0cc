package city.certfree.supervision.complaint;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows a citizen what he or she has complained of. */
@Singleton
public final class ReadOwnComplaints {
    private static final int LATEST = 50;

    private final Complaints complaints;
    private final Transactions transactions;

    ReadOwnComplaints(Complaints complaints, Transactions transactions) {
        this.complaints = complaints;
        this.transactions = transactions;
    }

    /** The latest 50, newest first. */
    public List<Complaint> of(HolderCode citizen) {
        return transactions.read(() -> complaints.latestOf(citizen, LATEST));
    }

    /** One of them; empty when there is none of this number, or it is another's. */
    public Optional<Complaint> one(HolderCode citizen, ComplaintNumber number) {
        return transactions.read(() -> complaints.find(citizen, number));
    }
}
