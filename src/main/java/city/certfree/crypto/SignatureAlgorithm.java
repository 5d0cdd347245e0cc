package city.certfree.crypto;

/** How a key signs. A key has exactly one algorithm, which no token can choose. */
public enum SignatureAlgorithm {
    /** ECDSA on P-256 with SHA-256, signature r‖s of 64 bytes (RFC 7518, section 3.4). */
    ES256("ES256"),
    /** Ed25519 (RFC 8032), signature of 64 bytes (RFC 8037, section 3.1). */
    EDDSA("EdDSA");

    private final String jose;

    SignatureAlgorithm(String jose) {
        this.jose = jose;
    }

    /** The value of {@code alg} in a JOSE header. */
    public String jose() {
        return jose;
    }
}
