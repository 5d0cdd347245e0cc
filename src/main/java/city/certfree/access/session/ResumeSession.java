package city.certfree.access.session;

import city.certfree.access.account.Principal;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Finds out, at each request, who is signed in under a session's token. */
@Singleton
public final class ResumeSession {
    private final Sessions sessions;
    private final SessionOwners owners;
    private final SessionSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ResumeSession(
            Sessions sessions, SessionOwners owners, SessionSettings settings, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.owners = owners;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Who is signed in; empty when the session is unknown, ended, timed out or locked, when its account was disabled, or when the
     * account's password was set after the sign-in.
     */
    public Optional<Principal> resume(SessionToken token) {
        var now = clock.instant();
        return transactions.read(() -> {
            var session =
                    sessions.find(token.digest()).filter(s -> s.isAlive(now, settings) && !s.isLocked(now, settings));
            var owner = session.flatMap(owners::of);
            if (owner.isPresent() && session.get().isToBeTouched(now, settings)) {
                transactions.run(() -> sessions.touch(token.digest(), now));
            }
            return owner;
        });
    }
}
