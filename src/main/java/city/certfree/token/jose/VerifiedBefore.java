package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Verifier;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that were found genuine, by digest, so that a system that asks a thousand times with one token has its signature
 * verified once. What depends on the moment, on settings or on keys is judged anew each time; only the signature is not, as long as
 * the very key that verified it is in force.
 */
final class VerifiedBefore {
    /** Far more than systems there are; the memory of it is some ten megabytes. */
    private static final int MOST = 10_000;

    private final Map<Sha256, Entry> entries = new ConcurrentHashMap<>();

    /** What a text was found to say; empty when it was not verified before. */
    Optional<Entry> find(String text) {
        return Optional.ofNullable(entries.get(digest(text)));
    }

    /**
     * Keeps a token whose signature was verified.
     *
     * @param expiresAt when it need no longer be known
     */
    void keep(String text, Verifier verifier, VerifiedToken token, Instant expiresAt, Instant now) {
        if (entries.size() >= MOST) {
            entries.values().removeIf(entry -> !entry.expiresAt.isAfter(now));
        }
        // Whoever gets so many tokens in their lifetime can do without: nobody is refused for it.
        if (entries.size() < MOST) {
            entries.put(digest(text), new Entry(verifier, token, expiresAt));
        }
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(UTF_8));
    }

    /**
     * A token and the key that verified it.
     *
     * @param expiresAt when the token ends
     */
    record Entry(Verifier verifier, VerifiedToken token, Instant expiresAt) {}
}
