package city.certfree.crypto;

/** How a key signs. A key has exactly one algorithm, which no token can choose. */
public enum SignatureAlgorithm {
    /** ECDSA on P-256 with SHA-256, signature r‖s of 64 bytes (RFC 7518, section 3.4). */
    ES256("ES256", Profile.INTL),
    /** Ed25519 (RFC 8032), signature of 64 bytes (RFC 8037, section 3.1). */
    EDDSA("EdDSA", Profile.INTL),
    /** SM2 with SM3 (GB/T 32918.2, GM/T 0009), signature r‖s of 64 bytes. JOSE has no name for it: this one is ours. */
    SM2SM3("SM2SM3", Profile.GM);

    private final String jose;
    private final Profile profile;

    SignatureAlgorithm(String jose, Profile profile) {
        this.jose = jose;
        this.profile = profile;
    }

    /** The value of {@code alg} in a JOSE header. */
    public String jose() {
        return jose;
    }

    /** The profile that signs with it. */
    public Profile profile() {
        return profile;
    }
}
