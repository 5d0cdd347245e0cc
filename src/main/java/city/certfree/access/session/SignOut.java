package city.certfree.access.session;

import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;

/** Ends a session for good, on every node. */
@Singleton
public final class SignOut {
    private final Sessions sessions;
    private final Transactions transactions;

    SignOut(Sessions sessions, Transactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** Nothing happens when there is no such session. */
    public void signOut(SessionToken token) {
        transactions.run(() -> sessions.remove(token.digest()));
    }
}
