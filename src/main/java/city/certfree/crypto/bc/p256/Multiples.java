package city.certfree.crypto.bc.p256;

import static city.certfree.crypto.bc.p256.Field.WORDS;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Multiples of one point: for each of the 32 bytes of a number the point times each value that the byte may have there. A multiple of
 * the point is then a sum of at most 32 of them, without doublings. They take 640 KiB.
 */
final class Multiples {
    private static final int BYTES = 32;
    private static final int VALUES = 256;
    private static final int POINT = 2 * WORDS;

    /** x and y of value v of byte b, at (b · 256 + v) points from the beginning; those of value 0 are not used. */
    private final long[] points = new long[BYTES * VALUES * POINT];

    /** @param x and y, of a point on the curve, not the one at infinity */
    Multiples(BigInteger x, BigInteger y) {
        var base = new long[POINT];
        Field.set(base, 0, x);
        Field.set(base, WORDS, y);
        for (int i = 0; i < BYTES; i++) {
            base = fill(i, base);
        }
    }

    /** Writes the multiples of a byte; gives the point times 256, from which those of the next byte are made. */
    private long[] fill(int i, long[] base) {
        var jacobian = new long[VALUES * 3 * WORDS];
        var sum = new Sum();
        for (int value = 1; value <= VALUES; value++) {
            sum.add(base, 0);
            sum.copyTo(jacobian, (value - 1) * 3 * WORDS);
        }
        var affine = affine(jacobian);
        System.arraycopy(affine, 0, points, (i * VALUES + 1) * POINT, (VALUES - 1) * POINT);
        return Arrays.copyOfRange(affine, (VALUES - 1) * POINT, VALUES * POINT);
    }

    /** (X/Z², Y/Z³), with one division for all (Montgomery's trick). */
    private static long[] affine(long[] jacobian) {
        int z = 2 * WORDS;
        var products = new long[VALUES * WORDS];
        System.arraycopy(jacobian, z, products, 0, WORDS);
        for (int i = 1; i < VALUES; i++) {
            Field.multiply(products, i * WORDS, products, (i - 1) * WORDS, jacobian, i * 3 * WORDS + z);
        }
        var rest = new long[WORDS];
        Field.invert(rest, 0, products, (VALUES - 1) * WORDS);
        var affine = new long[VALUES * POINT];
        var inverse = new long[WORDS];
        var power = new long[WORDS];
        for (int i = VALUES - 1; i >= 0; i--) {
            int from = i * 3 * WORDS;
            if (i == 0) {
                System.arraycopy(rest, 0, inverse, 0, WORDS);
            } else {
                Field.multiply(inverse, 0, rest, 0, products, (i - 1) * WORDS);
                Field.multiply(rest, 0, rest, 0, jacobian, from + z);
            }
            Field.square(power, 0, inverse, 0);
            Field.multiply(affine, i * POINT, jacobian, from, power, 0);
            Field.multiply(power, 0, power, 0, inverse, 0);
            Field.multiply(affine, i * POINT + WORDS, jacobian, from + WORDS, power, 0);
        }
        return affine;
    }

    /** Adds the point, times a number below 2^256, to a sum. */
    void addTo(Sum sum, BigInteger factor) {
        byte[] bytes = factor.toByteArray();
        for (int i = 0; i < Math.min(bytes.length, BYTES); i++) {
            int value = Byte.toUnsignedInt(bytes[bytes.length - 1 - i]);
            if (value != 0) {
                sum.add(points, (i * VALUES + value) * POINT);
            }
        }
    }
}
