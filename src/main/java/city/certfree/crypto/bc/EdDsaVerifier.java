package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032, section 5.1.7): a signature is R‖S in exactly 64 bytes, S below the order of the group. */
final class EdDsaVerifier extends TimedVerifier {
    private final Ed25519PublicKeyParameters key;

    EdDsaVerifier(String kid, Ed25519PublicKeyParameters key, KeyTerms terms) {
        super(kid, SignatureAlgorithm.EDDSA, terms);
        this.key = key;
    }

    @Override
    public byte[] publicKeyBytes() {
        return key.getEncoded();
    }

    @Override
    public boolean verifies(byte[] input, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && key.verify(Ed25519.Algorithm.Ed25519, null, input, 0, input.length, signature, 0);
    }
}
