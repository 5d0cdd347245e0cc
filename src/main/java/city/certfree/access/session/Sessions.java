package city.certfree.access.session;

import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/** The sessions of all nodes. */
public interface Sessions {
    /** The session with this digest of its token, alive or not. */
    Optional<Session> find(Sha256 digest);

    void add(Session session);

    /** Notes that the session was used. */
    void touch(Sha256 digest, Instant at);

    /** Notes at which window it is. */
    void enter(Sha256 digest, String window);

    /** Lets nothing but the password go on with it. */
    void lock(Sha256 digest, Instant at);

    /** Lets it go on. */
    void unlock(Sha256 digest, Instant at);

    /** Ends the session on every node; nothing happens when there is none. */
    void remove(Sha256 digest);

    /** Deletes the sessions whose whole time is over at this moment. */
    void forgetBefore(Instant now);
}
