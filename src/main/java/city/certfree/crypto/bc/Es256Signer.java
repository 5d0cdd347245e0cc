package city.certfree.crypto.bc;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.bc.p256.BaseMultiples;
import city.certfree.kernel.Sha256;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.math.ec.ECMultiplier;

/** ES256 (RFC 7518, section 3.4) with the nonce of RFC 6979, so that a bad source of randomness cannot betray the key. */
final class Es256Signer implements Signer {
    private static final BaseMultiples BASE = new BaseMultiples(Curve.P256.domain());

    private final String kid;
    private final ECPrivateKeyParameters key;

    Es256Signer(String kid, ECPrivateKeyParameters key) {
        this.kid = kid;
        this.key = key;
    }

    @Override
    public String kid() {
        return kid;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ES256;
    }

    @Override
    public byte[] sign(byte[] input) {
        // BouncyCastle's signer keeps state and costs little to make: one for each signature serves all threads.
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())) {
            @Override
            protected ECMultiplier createBasePointMultiplier() {
                return BASE;
            }
        };
        signer.init(true, key);
        var rs = signer.generateSignature(Sha256.of(input).toBytes());
        return PlainDSAEncoding.INSTANCE.encode(signer.getOrder(), rs[0], rs[1]);
    }

    /** Names the key, and shows nothing of it. */
    @Override
    public String toString() {
        return "Es256Signer[" + kid + "]";
    }
}
