package city.certfree.access.window;

import city.certfree.access.session.Session;
import city.certfree.access.session.SessionSettings;
import city.certfree.access.session.SessionToken;
import city.certfree.access.session.Sessions;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds out where the clerk of a session sits. */
@Singleton
public final class FindSeat {
    private final Sessions sessions;
    private final SessionSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    FindSeat(Sessions sessions, SessionSettings settings, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The seat, locked or not; empty when the session is over, or was not begun at a window. */
    public Optional<Seat> of(SessionToken token) {
        var now = clock.instant();
        return transactions
                .read(() -> sessions.find(token.digest()))
                .filter(session -> session.isAlive(now, settings))
                .flatMap(session -> seat(session, now));
    }

    private Optional<Seat> seat(Session session, Instant now) {
        var window = session.window();
        return window != null && session.subject() instanceof Session.Subject.OfAccount(var account)
                ? Optional.of(new Seat(account, new WindowNumber(window), session.isLocked(now, settings)))
                : Optional.empty();
    }
}
