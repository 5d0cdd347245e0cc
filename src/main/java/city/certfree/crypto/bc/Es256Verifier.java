package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.kernel.Sha256;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/** ES256 (RFC 7518, section 3.4): a signature is r‖s in exactly 64 bytes, each from 1 to n - 1. */
final class Es256Verifier extends TimedVerifier {
    private static final int SIGNATURE_BYTES = 2 * Curve.LENGTH_BYTES;

    private final ECPublicKeyParameters key;

    Es256Verifier(String kid, ECPublicKeyParameters key, KeyTerms terms) {
        super(kid, SignatureAlgorithm.ES256, terms);
        this.key = key;
    }

    @Override
    public byte[] publicKeyBytes() {
        return key.getQ().getEncoded(false);
    }

    @Override
    public boolean verifies(byte[] input, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        BigInteger[] rs;
        try {
            rs = PlainDSAEncoding.INSTANCE.decode(Curve.P256.domain().getN(), signature);
        } catch (IllegalArgumentException e) {
            return false; // r or s is not below n
        }
        var verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(Sha256.of(input).toBytes(), rs[0], rs[1]);
    }
}
