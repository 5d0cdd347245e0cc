package city.certfree.crypto;

import java.time.Instant;

/** Checks signatures of one public key. Safe for use by many threads. */
public interface Verifier {
    /** The key's RFC 7638 thumbprint, base64url. */
    String kid();

    SignatureAlgorithm algorithm();

    /** Whether the key may be relied on at this moment: from its {@code notBefore} until just before its {@code notAfter}. */
    boolean isCurrent(Instant now);

    /** Whether the key was allowed to sign at that moment: within its time, and before it was retired if it was. */
    boolean couldSignAt(Instant then);

    /** Whether the signature is this key's over the input. A malformed signature is false. */
    boolean verifies(byte[] input, byte[] signature);
}
