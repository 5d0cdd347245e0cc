package city.certfree.crypto;

import java.util.Map;
import java.util.Optional;

/**
 * Key pairs to which a counter's browser seals what it may not send yet: it has the public key while there is no network, and
 * the private one only when somebody has signed in again. None is kept: each is made anew from the index key, by name.
 */
public interface QueueKeys {
    /** The id of the index key from which pairs are made now. */
    String keyId();

    /**
     * The pair of a name, on P-256 for ECDH.
     *
     * @param keyId of the index key it was made from
     * @return the members of a JWK with {@code d} (RFC 7518, section 6.2); empty when there is no such index key any more
     */
    Optional<Map<String, String>> pair(String keyId, String name);
}
