package city.certfree.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs and verifies {@code at+jwt} (RFC 9068), and the assertions by which clients prove themselves (RFC 7523). */
public interface AccessTokens {
    Duration LIFETIME = Duration.ofMinutes(10);

    /** An access token for a client. */
    SignedToken issue(String clientId, Instant now);

    /** The client id of a token from outside that is ours, for us, and alive; empty for every other. */
    Optional<String> verify(String token, Instant now);

    /** Whom a {@code private_key_jwt} assertion claims to be of, its {@code sub}; nothing of it is verified. */
    Optional<String> claimedClient(String assertion);

    /**
     * Checks a {@code private_key_jwt} assertion: {@code iss} and {@code sub} the client, {@code aud} our issuer or token
     * endpoint, signed by a key of the client's set with that key's algorithm, {@code exp} at most 5 minutes away, {@code jti} present.
     *
     * @param jwks the client's public key set (RFC 7517), as registered
     * @return the assertion's {@code jti}, which the caller must accept only once; empty if it proves nothing
     */
    Optional<Assertion> verifyAssertion(String assertion, String clientId, String jwks, Instant now);

    /**
     * A proof by a client.
     *
     * @param jti to be accepted once
     * @param expiresAt until when the jti must be remembered
     */
    record Assertion(String jti, Instant expiresAt) {}
}
