package city.certfree.access.grant;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant, from the application on: what an office or a system may ask, until further notice.
 *
 * @param reason why it is needed, in the applicant's words
 * @param application who applied
 * @param review null until somebody has reviewed it
 * @param decision null until somebody has approved or refused it
 * @param withdrawnBy null unless it was withdrawn
 */
public record StandingGrant(
        RandomId id,
        Grantee grantee,
        Scope scope,
        Terms terms,
        Purpose reason,
        GrantState state,
        Application application,
        @Nullable Review review,
        @Nullable Decision decision,
        @Nullable String withdrawnBy) {
    /** Who applied for it, for which office, and when. */
    public record Application(String by, OfficeCode office, Instant at) {}

    /**
     * What came of the review.
     *
     * @param recommended whether the reviewer is for it
     */
    public record Review(String by, Instant at, boolean recommended, Purpose comment) {}

    /** Who decided, and when; the state says how. */
    public record Decision(String by, Instant at) {}
}
