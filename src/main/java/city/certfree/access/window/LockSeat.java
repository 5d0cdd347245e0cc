package city.certfree.access.window;

import city.certfree.access.session.SessionToken;
import city.certfree.access.session.Sessions;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Locks a clerk's session until the password comes. */
@Singleton
public final class LockSeat {
    private final Sessions sessions;
    private final Transactions transactions;
    private final Clock clock;

    LockSeat(Sessions sessions, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sessions that were not begun at a window do not lock. */
    public void lock(SessionToken token) {
        transactions.run(() -> sessions.lock(token.digest(), clock.instant()));
    }
}
