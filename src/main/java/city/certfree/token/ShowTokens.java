package city.certfree.token;

import java.time.Duration;
import java.time.Instant;

/** Signs and verifies {@code show+jwt}, the token in the citizen's QR code. */
public interface ShowTokens {
    /** How long a token and its digits live. */
    Duration LIFETIME = Duration.ofMinutes(1);

    /** {@code aud}: the city's counters, and nobody else. */
    String AUDIENCE = "counters";

    /** What still scans from a phone in poor light: about 85 × 85 modules at level L. */
    int MAX_CHARACTERS = 600;

    /**
     * Signs; at most {@link #MAX_CHARACTERS}.
     *
     * @throws IllegalArgumentException if the token becomes longer, which takes an item code of more than 35 characters
     */
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
        /** Not a token of this form and type at all; a genuine token of another type is this. */
        MALFORMED,
        /**
         * The key is not ours, or the signature is not the key's, or the issuer is another, or no token of ours has such times:
         * issued in the future, for another while than 60 s, or by a key that had been retired.
         */
        FORGED,
        WRONG_AUDIENCE,
        EXPIRED,
        /** The key's own time is over: nothing can be said about the token. */
        KEYS_STALE
    }
}
