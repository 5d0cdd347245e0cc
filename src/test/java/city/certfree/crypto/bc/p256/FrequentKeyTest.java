package city.certfree.crypto.bc.p256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against BouncyCastle, above all where points meet on the way. Signatures are made from the sum that a verifier has to find: for
 * factors u and v of base point and key, r is the x of that sum, s = r/v and the digest u·s.
 */
class FrequentKeyTest {
    private static final ECDomainParameters P256 = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
    private static final BigInteger N = P256.getN();
    private static final Random RANDOM = new Random(370499);
    private static final SecureRandom SECURE = new SecureRandom();

    /** Private keys whose points are near the base point or its negative, and others. */
    static Stream<BigInteger> keys() {
        var near = IntStream.of(1, 2, 3, 255, 256, 257)
                .mapToObj(BigInteger::valueOf)
                .toList();
        return Stream.of(
                        near.stream(),
                        near.stream().map(N::subtract),
                        Stream.generate(FrequentKeyTest::number).limit(4))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void j29_findsTheSumThatBouncyCastleFinds(BigInteger d) {
        var point = P256.getG().multiply(d).normalize();
        var key = key(point);
        for (var u : factors()) {
            for (var v : factors()) {
                if (v.signum() > 0) {
                    assertVerifies(point, key, u, v);
                }
            }
        }
    }

    private static void assertVerifies(ECPoint point, FrequentKey key, BigInteger u, BigInteger v) {
        var sum = P256.getG().multiply(u).add(point.multiply(v)).normalize();
        if (sum.isInfinity()) {
            // No x, and so no signature: whatever r says.
            var r = v.multiply(BigInteger.TWO).mod(N).max(BigInteger.ONE);
            assertFalse(verifies(key, r, u, v));
            return;
        }
        var r = sum.getAffineXCoord().toBigInteger().mod(N);
        assertTrue(verifies(key, r, u, v), () -> "u = " + u + ", v = " + v);
        assertTrue(byBouncyCastle(point, r, u, v));
        assertFalse(verifies(key, r.add(BigInteger.ONE).mod(N).max(BigInteger.ONE), u, v));
    }

    /** Those whose bytes are the same everywhere, those of few bytes, and any. */
    private static List<BigInteger> factors() {
        return Stream.of(
                        IntStream.of(0, 1, 2, 255, 256, 257, 65_535).mapToObj(BigInteger::valueOf),
                        Stream.of("01", "80", "ff", "7f").map(two -> new BigInteger(two.repeat(31), 16)),
                        Stream.of(N.subtract(BigInteger.ONE), N.subtract(BigInteger.TWO), N.shiftRight(1)),
                        Stream.generate(FrequentKeyTest::number).limit(3))
                .flatMap(all -> all)
                .toList();
    }

    /** x at or above n is very rare, and a signature then tells x - n. */
    @Test
    void j29_takesAnXThatIsNotBelowTheOrder() {
        var x = N;
        while (isNoX(x)) {
            x = x.add(BigInteger.ONE);
        }
        var sum = point(x);
        var u = number();
        var v = number();
        var point =
                sum.subtract(P256.getG().multiply(u)).multiply(v.modInverse(N)).normalize();
        var r = x.subtract(N).max(BigInteger.ONE);
        assertTrue(x.compareTo(N) > 0);
        assertTrue(verifies(key(point), r, u, v));
        assertTrue(byBouncyCastle(point, r, u, v));
    }

    private static boolean isNoX(BigInteger x) {
        try {
            return point(x).isInfinity() || x.equals(N);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static ECPoint point(BigInteger x) {
        byte[] encoded = new byte[33];
        encoded[0] = 2;
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, x), 0, encoded, 1, 32);
        return P256.getCurve().decodePoint(encoded);
    }

    @Test
    void j29_refusesWhatIsOutOfRange() {
        var key = key(P256.getG());
        var digest = new byte[32];
        var one = BigInteger.ONE;
        for (var wrong : List.of(BigInteger.ZERO, one.negate(), N, N.add(one), one.shiftLeft(256))) {
            assertFalse(key.verifies(digest, wrong, one));
            assertFalse(key.verifies(digest, one, wrong));
        }
    }

    @Test
    void judgesAsBouncyCastleWhateverTheNumbers() {
        var point = P256.getG().multiply(number()).normalize();
        var key = key(point);
        for (int i = 0; i < 500; i++) {
            var digest = BigIntegers.asUnsignedByteArray(32, new BigInteger(256, RANDOM));
            var r = number();
            var s = number();
            assertEquals(byBouncyCastle(point, digest, r, s), key.verifies(digest, r, s));
        }
    }

    private static boolean verifies(FrequentKey key, BigInteger r, BigInteger u, BigInteger v) {
        var s = r.multiply(v.modInverse(N)).mod(N);
        return key.verifies(BigIntegers.asUnsignedByteArray(32, u.multiply(s).mod(N)), r, s);
    }

    private static boolean byBouncyCastle(ECPoint point, BigInteger r, BigInteger u, BigInteger v) {
        var s = r.multiply(v.modInverse(N)).mod(N);
        return byBouncyCastle(
                point, BigIntegers.asUnsignedByteArray(32, u.multiply(s).mod(N)), r, s);
    }

    private static boolean byBouncyCastle(ECPoint point, byte[] digest, BigInteger r, BigInteger s) {
        var verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(point, P256));
        return verifier.verifySignature(digest, r, s);
    }

    private static FrequentKey key(ECPoint point) {
        var normal = point.normalize();
        return new FrequentKey(
                normal.getAffineXCoord().toBigInteger(),
                normal.getAffineYCoord().toBigInteger());
    }

    private static BigInteger number() {
        return BigIntegers.createRandomInRange(BigInteger.ONE, N.subtract(BigInteger.ONE), SECURE);
    }
}
