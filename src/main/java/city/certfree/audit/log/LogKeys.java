package city.certfree.audit.log;

import city.certfree.audit.note.NoteKey;
import city.certfree.audit.note.SignedNote.Pen;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import jakarta.inject.Singleton;
import java.util.List;

/** The keys of the key ring that sign checkpoints, under the name of a log. */
@Singleton
public final class LogKeys {
    private final KeyRing ring;

    LogKeys(KeyRing ring) {
        this.ring = ring;
    }

    /** What signs the checkpoints of the log with this origin. */
    List<Pen> pens(String origin) {
        return ring.signers(KeyPurpose.LOG).stream()
                .map(signer -> new Pen(key(origin, signer.kid()), signer))
                .toList();
    }

    /** Every key, active or not, that may have signed checkpoints of the log with this origin. */
    public List<NoteKey> keys(String origin) {
        return ring.publicKeys().stream()
                .filter(jwk -> "log".equals(jwk.get("certfree_purpose")))
                .map(jwk -> key(origin, jwk.getOrDefault("kid", "")))
                .toList();
    }

    private NoteKey key(String origin, String kid) {
        return new NoteKey(origin, ring.verifier(kid, KeyPurpose.LOG).orElseThrow());
    }
}
