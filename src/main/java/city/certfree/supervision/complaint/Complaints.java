package city.certfree.supervision.complaint;

import city.certfree.kernel.HolderCode;
import java.util.List;
import java.util.Optional;

/** The complaints that have been received. */
public interface Complaints {
    /** Adds a complaint; false when its number is taken. */
    boolean add(Complaint complaint);

    /** The citizen's own complaint of this number; empty when there is none, or it is another's. */
    Optional<Complaint> find(HolderCode citizen, ComplaintNumber number);

    /** The citizen's latest complaints, newest first; at most so many. */
    List<Complaint> latestOf(HolderCode citizen, int limit);
}
