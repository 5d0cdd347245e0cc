package city.certfree.licence.statuslist;

import city.certfree.kernel.Sha256;
import city.certfree.token.SignedToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A status list as it is handed out.
 *
 * @param digest of the token's text, by which caches know it
 * @param at the database's time of what it says
 */
public record PublishedList(SignedToken token, Sha256 digest, Instant at) {
    static PublishedList of(SignedToken token, Instant at) {
        return new PublishedList(token, Sha256.of(token.text().getBytes(StandardCharsets.US_ASCII)), at);
    }
}
