package city.certfree.access.grant;

import city.certfree.access.account.Principal;
import city.certfree.access.client.Client;
import city.certfree.access.client.Clients;
import city.certfree.audit.ActLog;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Applies for a grant: for the applicant's own office, or for a system that asks on its behalf. */
@Singleton
public final class ApplyForGrant {
    private final StandingGrants grants;
    private final Clients clients;
    private final ActLog log;
    private final Transactions transactions;
    private final Clock clock;

    ApplyForGrant(StandingGrants grants, Clients clients, ActLog log, Transactions transactions, Clock clock) {
        this.grants = grants;
        this.clients = clients;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The application, recorded; empty when the grantee is neither the applicant's office nor a system of it. */
    public Optional<StandingGrant> apply(
            Principal.Staff applicant, Grantee grantee, Scope scope, Terms terms, Purpose reason) {
        if (!isOf(grantee, applicant.office())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var application = new StandingGrant(
                RandomId.next(),
                grantee,
                scope,
                terms,
                reason,
                GrantState.APPLIED,
                new StandingGrant.Application(applicant.account(), applicant.office(), now),
                null,
                null,
                null);
        return Optional.of(log.perform(
                () -> {
                    grants.add(application);
                    return application;
                },
                added -> Optional.of(GrantActs.of(AuditEvent.GRANT_APPLIED, added, applicant, now, reason.value()))));
    }

    private boolean isOf(Grantee grantee, OfficeCode office) {
        return switch (grantee.kind()) {
            case OFFICE -> grantee.code().equals(office.value());
            case SYSTEM ->
                transactions
                        .read(() -> clients.find(grantee.code()))
                        .map(Client::office)
                        .filter(office::equals)
                        .isPresent();
        };
    }
}
