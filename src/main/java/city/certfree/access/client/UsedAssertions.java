package city.certfree.access.client;

import java.time.Instant;

/** The assertions by which clients have proved themselves: each proves something once. */
public interface UsedAssertions {
    /**
     * Remembers an assertion and answers true; false when it was used before, on any node.
     *
     * @param jti its id, unique to the client
     * @param until from then on the assertion is expired and need not be remembered
     */
    boolean use(String clientId, String jti, Instant until);

    /** Forgets those that need not be remembered at this moment. */
    void forgetBefore(Instant now);
}
