package city.certfree.access.window;

import city.certfree.access.session.SessionToken;
import city.certfree.access.session.Sessions;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;

/** Notes at which window somebody has just signed in; from then on the session locks. */
@Singleton
public final class TakeSeat {
    private final Sessions sessions;
    private final Transactions transactions;

    TakeSeat(Sessions sessions, Transactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** Nothing happens when there is no such session. */
    public void take(SessionToken token, WindowNumber window) {
        transactions.run(() -> sessions.enter(token.digest(), window.value()));
    }
}
