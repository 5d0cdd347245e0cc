package city.certfree.crypto.file;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.DepartmentCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** At every call the ring that is in force. */
record KeyRingInForce(KeysInForce keys) implements KeyRing {
    @Override
    public Signer signer(KeyPurpose purpose) {
        return keys.ring().signer(purpose);
    }

    @Override
    public List<Signer> signers(KeyPurpose purpose) {
        return keys.ring().signers(purpose);
    }

    @Override
    public Signer issuer(DepartmentCode department) {
        return keys.ring().issuer(department);
    }

    @Override
    public Optional<Verifier> verifier(String kid, KeyPurpose purpose) {
        return keys.ring().verifier(kid, purpose);
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return keys.ring().publicKeys();
    }

    @Override
    public Optional<String> refusedChange() {
        return keys.refusal();
    }
}
