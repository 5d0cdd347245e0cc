package city.certfree.access.grant;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows grants to those whom they concern. */
@Singleton
public final class ReadGrants {
    private final StandingGrants grants;
    private final Transactions transactions;

    ReadGrants(StandingGrants grants, Transactions transactions) {
        this.grants = grants;
        this.transactions = transactions;
    }

    /** All, for an administrator; otherwise those that the office has applied for. Newest first. */
    public List<StandingGrant> of(Principal.Staff who) {
        var office = who.role() == Role.SECADMIN ? Optional.<OfficeCode>empty() : Optional.of(who.office());
        return transactions.read(() -> grants.all(office));
    }

    /** One of those; empty when there is none, or it is another office's. */
    public Optional<StandingGrant> one(Principal.Staff who, RandomId id) {
        return transactions.read(() -> grants.find(id)).filter(grant -> WithdrawGrant.maySee(who, grant));
    }
}
