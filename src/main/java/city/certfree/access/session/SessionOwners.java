package city.certfree.access.session;

import city.certfree.access.account.Account;
import city.certfree.access.account.Accounts;
import city.certfree.access.account.DemoGate;
import city.certfree.access.account.Principal;
import city.certfree.access.session.Session.Subject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who stands behind a session now: an account may have changed since the sign-in. */
@Singleton
final class SessionOwners {
    private final Accounts accounts;
    private final DemoGate demo;

    SessionOwners(Accounts accounts, DemoGate demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    /** The owner; empty when he or she may not go on. */
    Optional<Principal> of(Session session) {
        return switch (session.subject()) {
            case Subject.OfAccount(var name) ->
                accounts.find(name).filter(account -> mayGoOn(account, session)).map(Account::principal);
            case Subject.OfCitizen(var citizen) -> demo.isOpen() ? Optional.of(citizen) : Optional.empty();
        };
    }

    /** A password that was set after the sign-in ends the session: whoever knew the old one is out. */
    private boolean mayGoOn(Account account, Session session) {
        return account.isUsable(demo) && !account.passwordSetAt().isAfter(session.createdAt());
    }
}
