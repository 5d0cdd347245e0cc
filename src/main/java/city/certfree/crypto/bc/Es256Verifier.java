package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.bc.p256.FrequentKey;
import city.certfree.kernel.Sha256;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.jspecify.annotations.Nullable;

/** ES256 (RFC 7518, section 3.4): a signature is r‖s in exactly 64 bytes, each from 1 to n - 1. */
final class Es256Verifier extends TimedVerifier {
    private static final int SIGNATURE_BYTES = 2 * Curve.LENGTH_BYTES;

    private final ECPublicKeyParameters key;
    private final Check check;

    private Es256Verifier(String kid, ECPublicKeyParameters key, KeyTerms terms, Check check) {
        super(kid, SignatureAlgorithm.ES256, terms);
        this.key = key;
        this.check = check;
    }

    /** One of many, such as those of systems. */
    static Es256Verifier oneOfMany(String kid, ECPublicKeyParameters key, KeyTerms terms) {
        return new Es256Verifier(kid, key, terms, new ByLibrary(key));
    }

    /** One of few, such as the city's own, for which 640 KiB is well spent once it verifies often. */
    static Es256Verifier oneOfFew(String kid, ECPublicKeyParameters key, KeyTerms terms) {
        return new Es256Verifier(kid, key, terms, new FastWhenFrequent(key));
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
        return check.verifies(Sha256.of(input).toBytes(), rs[0], rs[1]);
    }

    /** Whether r and s are the key's signature of a digest. */
    @FunctionalInterface
    private interface Check {
        boolean verifies(byte[] digest, BigInteger r, BigInteger s);
    }

    private record ByLibrary(ECPublicKeyParameters key) implements Check {
        @Override
        public boolean verifies(byte[] digest, BigInteger r, BigInteger s) {
            var verifier = new ECDSASigner();
            verifier.init(false, key);
            return verifier.verifySignature(digest, r, s);
        }
    }

    /** By the library, until it has been so often that the multiples of the key are worth their making. */
    private static final class FastWhenFrequent implements Check {
        private static final int FREQUENT = 64;

        private final AtomicInteger times = new AtomicInteger();
        private final ECPublicKeyParameters key;
        private final ByLibrary library;
        private volatile @Nullable FrequentKey fast;

        FastWhenFrequent(ECPublicKeyParameters key) {
            this.key = key;
            this.library = new ByLibrary(key);
        }

        @Override
        public boolean verifies(byte[] digest, BigInteger r, BigInteger s) {
            var made = fast;
            if (made == null && times.incrementAndGet() == FREQUENT) {
                made = new FrequentKey(
                        key.getQ().getAffineXCoord().toBigInteger(),
                        key.getQ().getAffineYCoord().toBigInteger());
                fast = made;
            }
            return made == null ? library.verifies(digest, r, s) : made.verifies(digest, r, s);
        }
    }
}
