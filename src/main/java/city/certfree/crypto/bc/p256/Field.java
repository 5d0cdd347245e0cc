package city.certfree.crypto.bc.p256;

import java.math.BigInteger;

/**
 * Numbers modulo p = 2^256 − 2^224 + 2^192 + 2^96 − 1, over which P-256 is defined (NIST SP 800-186, section 3.2.1.3). A number is
 * five words of 52 bits within an array, the lowest first, below p, and in Montgomery's form: x stands for x · 2^260. Words of 52
 * bits leave room for sums, so that nothing is carried before the end. The time that an operation takes may tell of its numbers.
 */
final class Field {
    /** Words of a number. */
    static final int WORDS = 5;

    static final BigInteger P = new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    private static final int BITS = 52;
    private static final long MASK = (1L << BITS) - 1;

    /** The words of p; word 2 is 0. */
    private static final long P0 = MASK;

    private static final long P1 = MASK >>> 8;
    private static final long P3 = 1L << 36;
    private static final long P4 = 0xffff_ffff_0000L;

    private Field() {}

    /** Puts a number from 0 to p - 1 into its form. */
    static void set(long[] z, int zAt, BigInteger number) {
        var rest = number.shiftLeft(BITS * WORDS).mod(P);
        for (int i = 0; i < WORDS; i++) {
            z[zAt + i] = rest.longValue() & MASK;
            rest = rest.shiftRight(BITS);
        }
    }

    /**
     * Multiplies, word by word of y. After each the sum t becomes (t + m · p) / 2^52, where m is its lowest word, for −1/p is 1 modulo
     * 2^52 (Montgomery's reduction): m · p = m · (2^256 − 2^224 + 2^192 + 2^96) − m, which takes shifts alone.
     */
    static void multiply(long[] z, int zAt, long[] x, int xAt, long[] y, int yAt) {
        long x0 = x[xAt];
        long x1 = x[xAt + 1];
        long x2 = x[xAt + 2];
        long x3 = x[xAt + 3];
        long x4 = x[xAt + 4];
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        long t4 = 0;
        for (int i = 0; i < WORDS; i++) {
            long y0 = y[yAt + i];
            long yHigh = y0 << 12;
            t0 += x0 * y0 & MASK;
            t1 += Math.unsignedMultiplyHigh(x0, yHigh) + (x1 * y0 & MASK);
            t2 += Math.unsignedMultiplyHigh(x1, yHigh) + (x2 * y0 & MASK);
            t3 += Math.unsignedMultiplyHigh(x2, yHigh) + (x3 * y0 & MASK);
            t4 += Math.unsignedMultiplyHigh(x3, yHigh) + (x4 * y0 & MASK);
            long t5 = Math.unsignedMultiplyHigh(x4, yHigh);
            long m = t0 & MASK;
            t0 = t1 + (t0 >> BITS) + (m << 44 & MASK);
            t1 = t2 + (m >>> 8);
            t2 = t3 + (m << 36 & MASK);
            t3 = t4 + (m >>> 16) - (m << 16 & MASK) + (m << 48 & MASK);
            t4 = t5 - (m >>> 36) + (m >>> 4);
        }
        reduce(z, zAt, t0, t1, t2, t3, t4);
    }

    static void square(long[] z, int zAt, long[] x, int xAt) {
        multiply(z, zAt, x, xAt, x, xAt);
    }

    static void add(long[] z, int zAt, long[] x, int xAt, long[] y, int yAt) {
        reduce(
                z,
                zAt,
                x[xAt] + y[yAt],
                x[xAt + 1] + y[yAt + 1],
                x[xAt + 2] + y[yAt + 2],
                x[xAt + 3] + y[yAt + 3],
                x[xAt + 4] + y[yAt + 4]);
    }

    static void subtract(long[] z, int zAt, long[] x, int xAt, long[] y, int yAt) {
        reduce(
                z,
                zAt,
                x[xAt] - y[yAt] + P0,
                x[xAt + 1] - y[yAt + 1] + P1,
                x[xAt + 2] - y[yAt + 2],
                x[xAt + 3] - y[yAt + 3] + P3,
                x[xAt + 4] - y[yAt + 4] + P4);
    }

    /** Carries, and subtracts p unless the number is below it. It is from 0 to 2p - 1; its words may be of any size, and below zero. */
    private static void reduce(long[] z, int zAt, long t0, long t1, long t2, long t3, long t4) {
        long u1 = t1 + (t0 >> BITS);
        long u2 = t2 + (u1 >> BITS);
        long u3 = t3 + (u2 >> BITS);
        long u4 = t4 + (u3 >> BITS);
        long u0 = t0 & MASK;
        u1 &= MASK;
        u2 &= MASK;
        u3 &= MASK;
        long r0 = u0 - P0;
        long r1 = u1 - P1 + (r0 >> BITS);
        long r2 = u2 + (r1 >> BITS);
        long r3 = u3 - P3 + (r2 >> BITS);
        long r4 = u4 - P4 + (r3 >> BITS);
        // All ones where it was below p, else 0.
        long below = r4 >> 63;
        z[zAt] = (u0 & below) | (r0 & MASK & ~below);
        z[zAt + 1] = (u1 & below) | (r1 & MASK & ~below);
        z[zAt + 2] = (u2 & below) | (r2 & MASK & ~below);
        z[zAt + 3] = (u3 & below) | (r3 & MASK & ~below);
        z[zAt + 4] = (u4 & below) | (r4 & ~below);
    }

    /** The number of which x is the reciprocal, by Fermat's little theorem; 0 for 0. */
    static void invert(long[] z, int zAt, long[] x, int xAt) {
        var exponent = P.subtract(BigInteger.TWO);
        var power = new long[WORDS];
        System.arraycopy(x, xAt, power, 0, WORDS);
        for (int bit = exponent.bitLength() - 2; bit >= 0; bit--) {
            square(power, 0, power, 0);
            if (exponent.testBit(bit)) {
                multiply(power, 0, power, 0, x, xAt);
            }
        }
        System.arraycopy(power, 0, z, zAt, WORDS);
    }

    static boolean isZero(long[] x, int xAt) {
        return (x[xAt] | x[xAt + 1] | x[xAt + 2] | x[xAt + 3] | x[xAt + 4]) == 0;
    }

    static boolean areEqual(long[] x, int xAt, long[] y, int yAt) {
        long different = 0;
        for (int i = 0; i < WORDS; i++) {
            different |= x[xAt + i] ^ y[yAt + i];
        }
        return different == 0;
    }
}
