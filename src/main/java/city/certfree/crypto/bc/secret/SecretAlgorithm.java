package city.certfree.crypto.bc.secret;

import city.certfree.crypto.Profile;

/** What is done with a secret key, by the name that its JWK gives in {@code alg}. */
public enum SecretAlgorithm {
    /** AES-256-GCM (RFC 7518, section 5.3). */
    A256GCM(Profile.INTL, 32),
    /** SM4-GCM (GB/T 32907, RFC 8998); the name is ours. */
    SM4GCM(Profile.GM, 16),
    /** HMAC-SHA-256 (RFC 7518, section 3.2). */
    HS256(Profile.INTL, 32),
    /** HMAC-SM3 (GB/T 32905, GB/T 15852.2); the name is ours. */
    HSM3(Profile.GM, 32);

    private final Profile profile;
    private final int lengthBytes;

    SecretAlgorithm(Profile profile, int lengthBytes) {
        this.profile = profile;
        this.lengthBytes = lengthBytes;
    }

    /** The profile that works with it. */
    public Profile profile() {
        return profile;
    }

    /** How long its keys are. */
    public int lengthBytes() {
        return lengthBytes;
    }
}
