package city.certfree.access.session;

import city.certfree.access.shift.Shifts;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends a session for good, on every node. */
@Singleton
public final class SignOut {
    private final Sessions sessions;
    private final Shifts shifts;
    private final Transactions transactions;
    private final Clock clock;

    SignOut(Sessions sessions, Shifts shifts, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.shifts = shifts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nothing happens when there is no such session. */
    public void signOut(SessionToken token) {
        transactions.run(() -> {
            sessions.remove(token.digest());
            shifts.end(token.digest(), clock.instant());
        });
    }
}
