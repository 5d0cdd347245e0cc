package city.certfree.access.session;

import city.certfree.access.account.Principal;
import city.certfree.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in, until it ends.
 *
 * @param digest of its {@link SessionToken}
 * @param createdAt when somebody signed in
 * @param lastSeenAt when it was last used, to a thirtieth of the time after which it ends or locks
 * @param expiresAt when it ends in any case
 * @param window number of the window at which a clerk signed in, empty when none was told; null: of everybody else
 * @param lockedAt since when nothing but the password goes on; null: not locked by hand
 */
public record Session(
        Sha256 digest,
        Subject subject,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable String window,
        @Nullable Instant lockedAt) {
    private static final int IDLE_PARTS = 30;

    /** A session that is at no window. */
    public Session(Sha256 digest, Subject subject, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {
        this(digest, subject, createdAt, lastSeenAt, expiresAt, null, null);
    }

    static Session begin(SessionToken token, Subject subject, Instant now, SessionSettings settings) {
        return new Session(token.digest(), subject, now, now, now.plus(settings.lifetime()));
    }

    /** At the very end of its time it is over. */
    public boolean isAlive(Instant now, SessionSettings settings) {
        return now.isBefore(expiresAt) && now.isBefore(lastSeenAt.plus(settings.idle()));
    }

    /** Whether it waits for the password: locked by hand, or left alone at a window for too long. */
    public boolean isLocked(Instant now, SessionSettings settings) {
        return window != null && (lockedAt != null || !now.isBefore(lastSeenAt.plus(settings.lock())));
    }

    /** Whether its last use is worth writing down: not every request is a write. */
    boolean isToBeTouched(Instant now, SessionSettings settings) {
        return lastSeenAt.plus(exactness(settings)).isBefore(now);
    }

    private Duration exactness(SessionSettings settings) {
        boolean locksFirst = window != null && settings.lock().compareTo(settings.idle()) < 0;
        return (locksFirst ? settings.lock() : settings.idle()).dividedBy(IDLE_PARTS);
    }

    /** Whose session it is. */
    public sealed interface Subject {
        /** What the account may do is read anew at each request. */
        record OfAccount(String name) implements Subject {}

        record OfCitizen(Principal.Citizen citizen) implements Subject {}
    }
}
