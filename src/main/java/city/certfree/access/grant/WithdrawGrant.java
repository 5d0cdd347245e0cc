package city.certfree.access.grant;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.audit.ActLog;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Takes a grant or an application back: administrators any, an office its own. It holds for no request after this. */
@Singleton
public final class WithdrawGrant {
    private final StandingGrants grants;
    private final ActLog log;
    private final Transactions transactions;
    private final Clock clock;

    WithdrawGrant(StandingGrants grants, ActLog log, Transactions transactions, Clock clock) {
        this.grants = grants;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    public GrantResult withdraw(Principal.Staff who, RandomId id, Purpose reason) {
        if (transactions
                .read(() -> grants.find(id))
                .filter(grant -> maySee(who, grant))
                .isEmpty()) {
            return new GrantResult.NotFound();
        }
        var now = clock.instant();
        return log.perform(
                () -> GrantActs.step(grants, id, () -> grants.withdraw(id, who.account(), now)),
                result -> result instanceof GrantResult.Done(var grant)
                        ? Optional.of(GrantActs.of(AuditEvent.GRANT_WITHDRAWN, grant, who, now, reason.value()))
                        : Optional.empty());
    }

    /** Administrators see every grant, others those that their office has applied for. */
    static boolean maySee(Principal.Staff who, StandingGrant grant) {
        return who.role() == Role.SECADMIN || grant.application().office().equals(who.office());
    }
}
