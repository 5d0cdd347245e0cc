package city.certfree.access.session;

import city.certfree.access.session.Session.Subject;
import city.certfree.access.shift.Shift;
import city.certfree.access.shift.Shifts;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Begins a session for somebody who has proved who he or she is: what all ways of signing in end with. */
@Singleton
final class BeginSession {
    private final Sessions sessions;
    private final Shifts shifts;
    private final SessionSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    BeginSession(Sessions sessions, Shifts shifts, SessionSettings settings, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.shifts = shifts;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Under a new token each time, so that no token from before the sign-in is worth anything after it. */
    SignInResult.SignedIn begin(Subject subject) {
        var token = SessionToken.next();
        var now = clock.instant();
        var session = Session.begin(token, subject, now, settings);
        transactions.run(() -> {
            sessions.add(session);
            if (subject instanceof Subject.OfAccount(var account)) {
                shifts.add(new Shift(RandomId.next(), account, now, now, null), token.digest());
            }
        });
        return new SignInResult.SignedIn(token);
    }
}
