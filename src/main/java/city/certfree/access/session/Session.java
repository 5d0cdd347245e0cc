package city.certfree.access.session;

import city.certfree.access.account.Principal;
import city.certfree.kernel.Sha256;
import java.time.Instant;

/**
 * One sign-in, until it ends.
 *
 * @param digest of its {@link SessionToken}
 * @param createdAt when somebody signed in
 * @param lastSeenAt when it was last used, to a thirtieth of the idle time
 * @param expiresAt when it ends in any case
 */
public record Session(Sha256 digest, Subject subject, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {
    private static final int IDLE_PARTS = 30;

    static Session begin(SessionToken token, Subject subject, Instant now, SessionSettings settings) {
        return new Session(token.digest(), subject, now, now, now.plus(settings.lifetime()));
    }

    /** At the very end of its time it is over. */
    boolean isAlive(Instant now, SessionSettings settings) {
        return now.isBefore(expiresAt) && now.isBefore(lastSeenAt.plus(settings.idle()));
    }

    /** Whether its last use is worth writing down: not every request is a write. */
    boolean isToBeTouched(Instant now, SessionSettings settings) {
        return lastSeenAt.plus(settings.idle().dividedBy(IDLE_PARTS)).isBefore(now);
    }

    /** Whose session it is. */
    public sealed interface Subject {
        /** What the account may do is read anew at each request. */
        record OfAccount(String name) implements Subject {}

        record OfCitizen(Principal.Citizen citizen) implements Subject {}
    }
}
