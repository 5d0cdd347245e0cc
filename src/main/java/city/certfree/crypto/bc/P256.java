package city.certfree.crypto.bc;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Keys on the curve P-256 (FIPS 186-5; RFC 7518, section 6.2), in BouncyCastle's fast arithmetic. */
final class P256 {
    static final int LENGTH_BYTES = 32;

    static final ECDomainParameters DOMAIN = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

    private P256() {}

    /**
     * The public key at a point.
     *
     * @throws IllegalArgumentException if the coordinates have not 32 bytes, or the point is not on the curve
     */
    static ECPublicKeyParameters publicKey(byte[] x, byte[] y) {
        if (x.length != LENGTH_BYTES || y.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a coordinate has 32 bytes");
        }
        var point = DOMAIN.getCurve().createPoint(new BigInteger(1, x), new BigInteger(1, y));
        return new ECPublicKeyParameters(point, DOMAIN);
    }

    /**
     * The private key of this number.
     *
     * @throws IllegalArgumentException if it has not 32 bytes, or is not from 1 to n - 1
     */
    static ECPrivateKeyParameters privateKey(byte[] d) {
        if (d.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a private key has 32 bytes");
        }
        return new ECPrivateKeyParameters(new BigInteger(1, d), DOMAIN);
    }

    static ECPrivateKeyParameters newPrivateKey() {
        return new ECPrivateKeyParameters(
                BigIntegers.createRandomInRange(
                        BigInteger.ONE, DOMAIN.getN().subtract(BigInteger.ONE), new SecureRandom()),
                DOMAIN);
    }

    static ECPublicKeyParameters publicKeyOf(ECPrivateKeyParameters privateKey) {
        var point = new FixedPointCombMultiplier().multiply(DOMAIN.getG(), privateKey.getD());
        return new ECPublicKeyParameters(point, DOMAIN);
    }

    static byte[] bytes(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(LENGTH_BYTES, number);
    }
}
