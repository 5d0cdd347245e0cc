package city.certfree.access.shift;

import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shifts of all nodes. A session has at most one. */
public interface Shifts {
    /**
     * Adds one.
     *
     * @param session the digest of the token of the session with which it begins
     */
    void add(Shift shift, Sha256 session);

    Optional<Shift> ofSession(Sha256 session);

    /** All of an account that are not forgotten. */
    List<Shift> ofAccount(String account);

    /** Notes that the counter had word from the service. */
    void touch(RandomId shift, Instant at);

    /** Notes that somebody has signed out; nothing happens when there is none. */
    void end(Sha256 session, Instant at);

    /** Forgets those that had their last word before this moment. */
    void forgetBefore(Instant moment);
}
