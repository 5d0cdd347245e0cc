package city.certfree.access.session;

import city.certfree.access.session.Session.Subject;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Begins a session for somebody who has proved who he or she is: what all ways of signing in end with. */
@Singleton
final class BeginSession {
    private final Sessions sessions;
    private final SessionSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    BeginSession(Sessions sessions, SessionSettings settings, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Under a new token each time, so that no token from before the sign-in is worth anything after it. */
    SignInResult.SignedIn begin(Subject subject) {
        var token = SessionToken.next();
        var session = Session.begin(token, subject, clock.instant(), settings);
        transactions.run(() -> sessions.add(session));
        return new SignInResult.SignedIn(token);
    }
}
