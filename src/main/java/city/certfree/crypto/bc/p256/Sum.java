package city.certfree.crypto.bc.p256;

import static city.certfree.crypto.bc.p256.Field.WORDS;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A point of P-256 to which others are added. It is kept in Jacobian coordinates, (X/Z², Y/Z³), so that an addition takes no
 * division; the point at infinity has Z = 0 (Cohen, Miyaji and Ono, 1998; formulas madd-2007-bl and dbl-2001-b without their
 * trading of multiplications for squares).
 */
final class Sum {
    private static final int X = 0;
    private static final int Y = WORDS;
    private static final int Z = 2 * WORDS;

    private static final long[] ONE = one();

    /** X, Y, Z. */
    private final long[] sum = new long[3 * WORDS];

    private final long[] h = new long[WORDS];
    private final long[] r = new long[WORDS];
    private final long[] s = new long[WORDS];
    private final long[] t = new long[WORDS];
    private final long[] u = new long[WORDS];

    private static long[] one() {
        var one = new long[WORDS];
        Field.set(one, 0, BigInteger.ONE);
        return one;
    }

    boolean isInfinity() {
        return Field.isZero(sum, Z);
    }

    /** Adds the point whose coordinates stand one behind the other; not the one at infinity. */
    void add(long[] points, int at) {
        if (isInfinity()) {
            System.arraycopy(points, at, sum, X, 2 * WORDS);
            System.arraycopy(ONE, 0, sum, Z, WORDS);
            return;
        }
        Field.square(t, 0, sum, Z);
        Field.multiply(h, 0, points, at, t, 0);
        Field.subtract(h, 0, h, 0, sum, X);
        Field.multiply(t, 0, t, 0, sum, Z);
        Field.multiply(r, 0, points, at + WORDS, t, 0);
        Field.subtract(r, 0, r, 0, sum, Y);
        if (Field.isZero(h, 0)) {
            meet();
            return;
        }
        // h = x·Z² − X, r = y·Z³ − Y
        Field.multiply(sum, Z, sum, Z, h, 0);
        Field.square(t, 0, h, 0);
        Field.multiply(s, 0, t, 0, h, 0);
        Field.multiply(t, 0, sum, X, t, 0);
        // X = r² − h³ − 2·X·h²
        Field.square(sum, X, r, 0);
        Field.subtract(sum, X, sum, X, s, 0);
        Field.subtract(sum, X, sum, X, t, 0);
        Field.subtract(sum, X, sum, X, t, 0);
        // Y = r · (X·h² − X) − Y·h³
        Field.subtract(t, 0, t, 0, sum, X);
        Field.multiply(t, 0, t, 0, r, 0);
        Field.multiply(s, 0, s, 0, sum, Y);
        Field.subtract(sum, Y, t, 0, s, 0);
    }

    /** The points have one x: they are the same, or each the other's negative. */
    private void meet() {
        if (Field.isZero(r, 0)) {
            twice();
        } else {
            Arrays.fill(sum, 0);
        }
    }

    /** Doubles; no point of the curve has order two, so that Y is not 0. */
    private void twice() {
        // s = Y², t = X·Y², u = 3·(X − Z²)·(X + Z²)
        Field.square(h, 0, sum, Z);
        Field.subtract(u, 0, sum, X, h, 0);
        Field.add(h, 0, sum, X, h, 0);
        Field.multiply(h, 0, h, 0, u, 0);
        Field.add(u, 0, h, 0, h, 0);
        Field.add(u, 0, u, 0, h, 0);
        Field.square(s, 0, sum, Y);
        Field.multiply(t, 0, sum, X, s, 0);
        // Z = 2·Y·Z
        Field.multiply(sum, Z, sum, Z, sum, Y);
        Field.add(sum, Z, sum, Z, sum, Z);
        // X = u² − 8·t
        Field.add(t, 0, t, 0, t, 0);
        Field.add(t, 0, t, 0, t, 0);
        Field.square(sum, X, u, 0);
        Field.subtract(sum, X, sum, X, t, 0);
        Field.subtract(sum, X, sum, X, t, 0);
        // Y = u · (4·t − X) − 8·Y⁴
        Field.subtract(t, 0, t, 0, sum, X);
        Field.multiply(t, 0, t, 0, u, 0);
        Field.square(s, 0, s, 0);
        Field.add(s, 0, s, 0, s, 0);
        Field.add(s, 0, s, 0, s, 0);
        Field.add(s, 0, s, 0, s, 0);
        Field.subtract(sum, Y, t, 0, s, 0);
    }

    /** Writes X, Y and Z. */
    void copyTo(long[] jacobian, int at) {
        System.arraycopy(sum, 0, jacobian, at, 3 * WORDS);
    }

    /** Whether the point's x is this number, from 0 to p - 1. The point at infinity has none. */
    boolean hasX(BigInteger x) {
        if (isInfinity()) {
            return false;
        }
        Field.set(s, 0, x);
        Field.square(t, 0, sum, Z);
        Field.multiply(t, 0, t, 0, s, 0);
        return Field.areEqual(t, 0, sum, X);
    }
}
