package city.certfree.token;

import java.time.Duration;
import java.time.Instant;

/** Signs and verifies {@code statuslist+jwt} (IETF Token Status List): which licences are valid, and nothing else of them. */
public interface StatusListTokens {
    /** How long a list can be relied on where no newer one can be had. */
    Duration LIFETIME = Duration.ofHours(12);

    /** How long a list is kept before a newer one should be fetched. */
    Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    /** Where a list of this number is published, which is also what it says of itself. */
    String uri(long list);

    /** Signs a list as it stood at a moment; that moment, to the second, is its {@code iat}. */
    SignedToken sign(long list, StatusBits statuses, Instant at);

    /**
     * Judges a list from outside: form, type, key, signature, issuer, address, times and the list itself. What is wrong first
     * is the finding.
     *
     * @param uri where a licence says that its list is; no other list will do
     */
    Verification verify(String token, String uri, Instant now);

    /** The verdict on a list; only a {@link Verified} one has statuses. */
    sealed interface Verification {
        /**
         * A list to be relied on until it expires.
         *
         * @param refreshAt when a newer one should be fetched
         */
        record Verified(StatusBits statuses, Instant issuedAt, Instant refreshAt, Instant expiresAt)
                implements Verification {}

        record Rejected(Flaw flaw) implements Verification {}
    }

    /** What is wrong with a list. */
    enum Flaw {
        /** Not a list of this form and type at all, or one whose statuses cannot be unpacked. */
        MALFORMED,
        /** The key is not ours, or the signature is not the key's, or the issuer is another, or no list of ours has such times. */
        FORGED,
        /** A list of ours, from another address. */
        WRONG_LIST,
        EXPIRED,
        /** Older than one that was seen before. */
        ROLLED_BACK
    }
}
