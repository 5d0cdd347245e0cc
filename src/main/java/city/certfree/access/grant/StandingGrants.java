package city.certfree.access.grant;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All grants. A change is one conditional statement, and says whether it was made. */
public interface StandingGrants {
    /** The grant of this id; empty when there is none. */
    Optional<StandingGrant> find(RandomId id);

    /** Those that an office applied for, or all; newest first. */
    List<StandingGrant> all(Optional<OfficeCode> applicant);

    /** Those that are approved, whether or not this is their day and hour. */
    List<StandingGrant> approved();

    /** A number that every change of what is approved raises. */
    long version();

    void add(StandingGrant application);

    /** Notes a review; false unless it is applied for, and by somebody else. */
    boolean review(RandomId id, StandingGrant.Review review);

    /** Approves or refuses; false unless it is reviewed, and both applicant and reviewer are others. */
    boolean decide(RandomId id, GrantState outcome, StandingGrant.Decision decision);

    /** Withdraws; false when it was refused or withdrawn already. */
    boolean withdraw(RandomId id, String by, Instant at);
}
