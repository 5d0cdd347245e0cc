package city.certfree.crypto;

/** Which algorithms a deployment signs, seals and indexes with: the setting {@code certfree.profile}. */
public enum Profile {
    /** ES256 or Ed25519, AES-256-GCM, HMAC-SHA-256. */
    INTL,
    /** 国密: SM2 with SM3, SM4-GCM, HMAC-SM3. */
    GM
}
