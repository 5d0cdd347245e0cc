package city.certfree.access.grant;

import city.certfree.access.account.Principal;
import city.certfree.audit.ActLog;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Looks at an application and says what to think of it; somebody else decides. */
@Singleton
public final class ReviewGrant {
    private final StandingGrants grants;
    private final ActLog log;
    private final Clock clock;

    ReviewGrant(StandingGrants grants, ActLog log, Clock clock) {
        this.grants = grants;
        this.log = log;
        this.clock = clock;
    }

    /** Notes and records the review of somebody who did not apply. */
    public GrantResult review(Principal.Staff reviewer, RandomId id, boolean recommended, Purpose comment) {
        var now = clock.instant();
        var review = new StandingGrant.Review(reviewer.account(), now, recommended, comment);
        return log.perform(
                () -> GrantActs.step(grants, id, () -> grants.review(id, review), GrantState.APPLIED),
                result -> result instanceof GrantResult.Done(var grant)
                        ? Optional.of(GrantActs.of(AuditEvent.GRANT_REVIEWED, grant, reviewer, now, comment.value()))
                        : Optional.empty());
    }
}
