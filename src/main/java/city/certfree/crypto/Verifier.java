package city.certfree.crypto;

import java.time.Instant;

/** Checks signatures of one public key. Safe for use by many threads. */
public interface Verifier {
    /** The key's RFC 7638 thumbprint, base64url. */
    String kid();

    SignatureAlgorithm algorithm();

    /**
     * The public key as its algorithm writes it: for {@link SignatureAlgorithm#EDDSA} the 32 bytes of RFC 8032, section 5.1.5;
     * for the others the point, 4‖x‖y in 65 bytes (SEC 1, section 2.3.3).
     */
    byte[] publicKeyBytes();

    /** When it may be used. */
    KeyTerms terms();

    /** Whether the key may be relied on at this moment: from its {@code notBefore} until just before its {@code notAfter}. */
    boolean isCurrent(Instant now);

    /** Whether the key was allowed to sign at that moment: within its time, and before it was retired if it was. */
    boolean couldSignAt(Instant then);

    /** Whether the signature is this key's over the input. A malformed signature is false. */
    boolean verifies(byte[] input, byte[] signature);
}
