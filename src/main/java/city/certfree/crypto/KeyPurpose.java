package city.certfree.crypto;

/** What a signing key is for. A key has exactly one purpose. */
public enum KeyPurpose {
    /** {@code show+jwt}. */
    SHOW,
    /** {@code receipt+jwt}. */
    RECEIPT,
    /** {@code at+jwt}. */
    ACCESS,
    /** {@code licence+sd-jwt}; one key for each issuing department. */
    LICENCE
}
