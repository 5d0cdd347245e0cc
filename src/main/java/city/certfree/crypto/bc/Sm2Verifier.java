package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 with SM3 (GB/T 32918.2): a signature is r‖s in exactly 64 bytes; DER is refused. */
final class Sm2Verifier extends TimedVerifier {
    private static final int SIGNATURE_BYTES = 2 * Curve.LENGTH_BYTES;
    private static final BigInteger N = Curve.SM2.domain().getN();

    private final ECPublicKeyParameters key;

    Sm2Verifier(String kid, ECPublicKeyParameters key, KeyTerms terms) {
        super(kid, SignatureAlgorithm.SM2SM3, terms);
        this.key = key;
    }

    /** The signer's name that is part of what is signed: the one that GM/T 0009 gives where none was agreed. */
    static byte[] signerId() {
        return "1234567812345678".getBytes(US_ASCII);
    }

    @Override
    public byte[] publicKeyBytes() {
        return key.getQ().getEncoded(false);
    }

    @Override
    public boolean verifies(byte[] input, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES || !isInRange(signature)) {
            return false;
        }
        var verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
        verifier.init(false, new ParametersWithID(key, signerId()));
        verifier.update(input, 0, input.length);
        return verifier.verifySignature(signature);
    }

    /** GB/T 32918.2, section 7.1, steps B1, B2 and B5: r and s from 1 to n - 1, and r + s not a multiple of n. */
    private static boolean isInRange(byte[] signature) {
        var r = new BigInteger(1, Arrays.copyOf(signature, Curve.LENGTH_BYTES));
        var s = new BigInteger(1, Arrays.copyOfRange(signature, Curve.LENGTH_BYTES, SIGNATURE_BYTES));
        return r.signum() > 0
                && s.signum() > 0
                && r.compareTo(N) < 0
                && s.compareTo(N) < 0
                && r.add(s).mod(N).signum() != 0;
    }
}
