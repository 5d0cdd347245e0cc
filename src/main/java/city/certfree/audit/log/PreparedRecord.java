package city.certfree.audit.log;

import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;

/** A record that is ready to be kept: sealed where it is personal, with its nonce and its canonical form. */
public interface PreparedRecord {
    RecordId id();

    /** The nonce and the canonical record, of which the entry is the digest. */
    byte[] leafData();

    /** The entry of its leaf: SHA-256 of {@link #leafData}, and nothing else. */
    Sha256 entry();
}
