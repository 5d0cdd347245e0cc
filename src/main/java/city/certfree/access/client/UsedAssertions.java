package city.certfree.access.client;

import java.time.Instant;

/**
 * What proves something only once: the assertions of clients, and the one-time passwords of people. A client id has no spaces,
 * so that no other prover is taken for a client.
 */
public interface UsedAssertions {
    /**
     * Remembers an assertion and answers true; false when it was used before, on any node.
     *
     * @param jti its id, unique to the client or other prover
     * @param until from then on the assertion is expired and need not be remembered
     */
    boolean use(String clientId, String jti, Instant until);

    /** Forgets those that need not be remembered at this moment. */
    void forgetBefore(Instant now);
}
