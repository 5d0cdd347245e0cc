package city.certfree.crypto.bc;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032, section 5.1.6). It needs no randomness and keeps no state, so that all threads share it. */
final class EdDsaSigner implements Signer {
    private final String kid;
    private final Ed25519PrivateKeyParameters key;

    EdDsaSigner(String kid, Ed25519PrivateKeyParameters key) {
        this.kid = kid;
        this.key = key;
        // Computed once and kept by the key; otherwise the first signature of each thread would.
        key.generatePublicKey();
    }

    @Override
    public String kid() {
        return kid;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.EDDSA;
    }

    @Override
    public byte[] sign(byte[] input) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, input, 0, input.length, signature, 0);
        return signature;
    }

    /** Names the key, and shows nothing of it. */
    @Override
    public String toString() {
        return "EdDsaSigner[" + kid + "]";
    }
}
