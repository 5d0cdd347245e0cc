package city.certfree.crypto;

/** What a signing key is for. A key has exactly one purpose. */
public enum KeyPurpose {
    /** {@code show+jwt}. */
    SHOW,
    /** {@code receipt+jwt}, from before the evidence log: such keys verify, and sign nothing any more. */
    RECEIPT,
    /** {@code statuslist+jwt}. */
    STATUS,
    /** {@code at+jwt}. */
    ACCESS,
    /** Checkpoints of the evidence log (C2SP {@code tlog-checkpoint}): Ed25519 in every profile, as the format wants it. */
    LOG,
    /** {@code licence+sd-jwt}; one key for each issuing department. */
    LICENCE
}
