package city.certfree.crypto;

import java.time.Instant;

/** Checks signatures of one public key. Safe for use by many threads. */
public interface Verifier {
    /** The key's RFC 7638 thumbprint, base64url. */
    String kid();

    SignatureAlgorithm algorithm();

    /** Whether the key may be relied on at this moment: within its {@code notBefore} and {@code notAfter}. */
    boolean isCurrent(Instant now);

    /** Whether the signature is this key's over the input. A malformed signature is false. */
    boolean verifies(byte[] input, byte[] signature);
}
