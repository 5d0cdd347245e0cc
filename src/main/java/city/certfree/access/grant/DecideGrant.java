package city.certfree.access.grant;

import city.certfree.access.account.Principal;
import city.certfree.audit.ActLog;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Approves or refuses a reviewed application, as a person who has neither applied nor reviewed. */
@Singleton
public final class DecideGrant {
    private final StandingGrants grants;
    private final ActLog log;
    private final Clock clock;

    DecideGrant(StandingGrants grants, ActLog log, Clock clock) {
        this.grants = grants;
        this.log = log;
        this.clock = clock;
    }

    /** Approves: in force from the next request on, on every node. */
    public GrantResult approve(Principal.Staff approver, RandomId id, Purpose reason) {
        return decide(approver, id, GrantState.APPROVED, AuditEvent.GRANT_APPROVED, reason);
    }

    /** Refuses, for good. */
    public GrantResult refuse(Principal.Staff approver, RandomId id, Purpose reason) {
        return decide(approver, id, GrantState.REFUSED, AuditEvent.GRANT_REFUSED, reason);
    }

    private GrantResult decide(
            Principal.Staff approver, RandomId id, GrantState outcome, AuditEvent event, Purpose reason) {
        var now = clock.instant();
        var decision = new StandingGrant.Decision(approver.account(), now);
        return log.perform(
                () -> GrantActs.step(grants, id, () -> grants.decide(id, outcome, decision), GrantState.REVIEWED),
                result -> result instanceof GrantResult.Done(var grant)
                        ? Optional.of(GrantActs.of(event, grant, approver, now, reason.value()))
                        : Optional.empty());
    }
}
