package city.certfree.crypto.bc.p256;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/**
 * A public key that verifies ES256 often. It takes 640 KiB for multiples of its point, so it is for keys of which there are few.
 * Safe for use by many threads.
 */
public final class FrequentKey {
    /** The order of the group, and the base point (NIST SP 800-186, section 3.2.1.3). */
    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final Multiples BASE = new Multiples(
            new BigInteger("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", 16),
            new BigInteger("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", 16));

    private final Multiples multiples;

    /**
     * @param x and y, the coordinates of the key's point, which the caller has found to be on the curve and not at infinity
     */
    public FrequentKey(BigInteger x, BigInteger y) {
        multiples = new Multiples(x, y);
    }

    /**
     * Whether r and s are this key's signature (FIPS 186-5, section 6.4.2).
     *
     * @param digest SHA-256 of what is signed, 32 bytes
     * @param r and s: outside of 1 to n - 1 they are no signature
     */
    public boolean verifies(byte[] digest, BigInteger r, BigInteger s) {
        if (!isInRange(r) || !isInRange(s)) {
            return false;
        }
        var w = BigIntegers.modOddInverseVar(N, s);
        var sum = new Sum();
        BASE.addTo(sum, new BigInteger(1, digest).multiply(w).mod(N));
        multiples.addTo(sum, r.multiply(w).mod(N));
        // x modulo n is r: x is r, or r + n where that is still below p.
        return sum.hasX(r) || (r.add(N).compareTo(Field.P) < 0 && sum.hasX(r.add(N)));
    }

    private static boolean isInRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(N) < 0;
    }
}
