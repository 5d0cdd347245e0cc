package city.certfree.token;

import java.time.Duration;
import java.time.Instant;

/** Signs and verifies {@code show+jwt}, the token in the citizen's QR code. */
public interface ShowTokens {
    /** How long a token and its digits live. */
    Duration LIFETIME = Duration.ofMinutes(1);

    /** Signs; at most 600 characters. */
    SignedToken sign(ShowClaims claims);

    /**
     * Judges a token from outside by itself: form, type, key, signature, issuer, audience and time. Whether it was used, and
     * what it shows, the database knows.
     */
    Verification verify(String token, Instant now);

    /** The verdict on a token from outside; only a {@link Verified} one carries claims. */
    sealed interface Verification {
        record Verified(ShowClaims claims) implements Verification {}

        record Rejected(Flaw flaw) implements Verification {}
    }

    /** What is wrong with a token. The names are reasons of the API. */
    enum Flaw {
        /** Not a token of this form and type at all. */
        MALFORMED,
        /** The key is not ours, or the signature is not the key's, or the issuer is another. */
        FORGED,
        WRONG_AUDIENCE,
        EXPIRED,
        /** The key's own time is over: nothing can be said about the token. */
        KEYS_STALE
    }
}
