package city.certfree.access.window;

import city.certfree.access.account.ProveAccount;
import city.certfree.access.account.Throttle;
import city.certfree.access.session.SessionToken;
import city.certfree.access.session.Sessions;
import city.certfree.access.window.UnlockResult.Over;
import city.certfree.access.window.UnlockResult.Refused;
import city.certfree.access.window.UnlockResult.TooManyAttempts;
import city.certfree.access.window.UnlockResult.Unlocked;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Lets whoever signed in go on with a locked session, by the password; guesses are slowed down as at a sign-in. */
@Singleton
public final class UnlockSeat {
    private final FindSeat seats;
    private final ProveAccount proof;
    private final Throttle throttle;
    private final Unlocking unlocking;

    UnlockSeat(FindSeat seats, ProveAccount proof, Throttle throttle, Unlocking unlocking) {
        this.seats = seats;
        this.proof = proof;
        this.throttle = throttle;
        this.unlocking = unlocking;
    }

    /**
     * Takes a password.
     *
     * @param address where the try comes from: a network address as text
     */
    public UnlockResult unlock(SessionToken token, String password, String address) {
        var seat = seats.of(token);
        if (seat.isEmpty()) {
            return new Over();
        }
        var account = seat.get().account();
        var subject = Throttle.account(account);
        var pause = throttle.pause(subject, address);
        if (pause.isPositive()) {
            return new TooManyAttempts(pause);
        }
        if (proof.prove(account, password).isEmpty()) {
            throttle.failed(subject, address);
            return new Refused();
        }
        var closedMeanwhile = throttle.pause(subject, address);
        if (closedMeanwhile.isPositive()) {
            return new TooManyAttempts(closedMeanwhile);
        }
        throttle.forget(subject);
        unlocking.unlock(token);
        return new Unlocked();
    }

    /** The write, when all has been proved. */
    @Singleton
    static final class Unlocking {
        private final Sessions sessions;
        private final Transactions transactions;
        private final Clock clock;

        Unlocking(Sessions sessions, Transactions transactions, Clock clock) {
            this.sessions = sessions;
            this.transactions = transactions;
            this.clock = clock;
        }

        void unlock(SessionToken token) {
            transactions.run(() -> sessions.unlock(token.digest(), clock.instant()));
        }
    }
}
