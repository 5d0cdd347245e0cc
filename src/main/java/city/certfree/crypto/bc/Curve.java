package city.certfree.crypto.bc;

import city.certfree.crypto.json.Base64Url;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * A curve over a prime field of 256 bits, in BouncyCastle's fast arithmetic.
 *
 * @param crv its name in a JWK
 * @param maxPrivate the largest private key
 */
record Curve(String crv, ECDomainParameters domain, BigInteger maxPrivate) {
    static final int LENGTH_BYTES = 32;

    /** FIPS 186-5; RFC 7518, section 6.2. */
    static final Curve P256 = of("P-256", "secp256r1", 1);

    /** GB/T 32918.5, OID 1.2.156.10197.1.301; its name is ours. Signing divides by 1 + d, which must not be 0. */
    static final Curve SM2 = of("SM2", "sm2p256v1", 2);

    private static Curve of(String crv, String name, int belowOrder) {
        var domain = new ECDomainParameters(CustomNamedCurves.getByName(name));
        return new Curve(crv, domain, domain.getN().subtract(BigInteger.valueOf(belowOrder)));
    }

    /**
     * The public key at a point.
     *
     * @throws IllegalArgumentException if the coordinates have not 32 bytes, or the point is not on the curve
     */
    ECPublicKeyParameters publicKey(byte[] x, byte[] y) {
        if (x.length != LENGTH_BYTES || y.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a coordinate has 32 bytes");
        }
        var point = domain.getCurve().createPoint(new BigInteger(1, x), new BigInteger(1, y));
        return new ECPublicKeyParameters(point, domain);
    }

    /**
     * The private key of this number.
     *
     * @throws IllegalArgumentException if it has not 32 bytes, or is out of range
     */
    ECPrivateKeyParameters privateKey(byte[] d) {
        var number = new BigInteger(1, d);
        if (d.length != LENGTH_BYTES || number.compareTo(maxPrivate) > 0) {
            throw new IllegalArgumentException("a private key has 32 bytes, and is within the order of the curve");
        }
        return new ECPrivateKeyParameters(number, domain);
    }

    ECPrivateKeyParameters newPrivateKey() {
        return new ECPrivateKeyParameters(
                BigIntegers.createRandomInRange(BigInteger.ONE, maxPrivate, new SecureRandom()), domain);
    }

    ECPublicKeyParameters publicKeyOf(ECPrivateKeyParameters privateKey) {
        var point = new FixedPointCombMultiplier().multiply(domain.getG(), privateKey.getD());
        return new ECPublicKeyParameters(point, domain);
    }

    /** The members of a JWK (RFC 7518, section 6.2): public ones, and {@code d}. */
    Map<String, String> members(ECPrivateKeyParameters privateKey) {
        var point = publicKeyOf(privateKey).getQ().normalize();
        var members = new LinkedHashMap<String, String>();
        members.put("kty", "EC");
        members.put("crv", crv);
        members.put("x", Base64Url.encode(point.getAffineXCoord().getEncoded()));
        members.put("y", Base64Url.encode(point.getAffineYCoord().getEncoded()));
        members.put("d", Base64Url.encode(bytes(privateKey.getD())));
        return members;
    }

    static byte[] bytes(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(LENGTH_BYTES, number);
    }
}
