package city.certfree.crypto.bc;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * SM2 with SM3 (GB/T 32918.2). Making BouncyCastle's signer costs three signatures, because it multiplies out the public key;
 * so those that are free wait for the next thread. Kept per thread they would be made anew for each virtual thread.
 */
final class Sm2Signer implements Signer {
    private final String kid;
    private final ParametersWithID key;
    private final ConcurrentLinkedQueue<SM2Signer> free = new ConcurrentLinkedQueue<>();

    Sm2Signer(String kid, ECPrivateKeyParameters key) {
        this(kid, key, new SecureRandom());
    }

    /** @param random where the nonces come from */
    Sm2Signer(String kid, ECPrivateKeyParameters key, SecureRandom random) {
        this.kid = kid;
        this.key = new ParametersWithID(new ParametersWithRandom(key, random), Sm2Verifier.signerId());
    }

    @Override
    public String kid() {
        return kid;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.SM2SM3;
    }

    @Override
    public byte[] sign(byte[] input) {
        var waiting = free.poll();
        var signer = waiting == null ? made() : waiting;
        try {
            signer.update(input, 0, input.length);
            byte[] signature = signer.generateSignature();
            free.add(signer);
            return signature;
        } catch (CryptoException e) {
            throw new IllegalStateException("a key that signed at the start signs no more", e);
        }
    }

    private SM2Signer made() {
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, key);
        return signer;
    }

    /** Names the key, and shows nothing of it. */
    @Override
    public String toString() {
        return "Sm2Signer[" + kid + "]";
    }
}
