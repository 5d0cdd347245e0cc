package city.certfree.crypto.bc.p256;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.AbstractECMultiplier;
import org.bouncycastle.math.ec.ECLookupTable;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.raw.Nat;

/**
 * Multiplies the base point of a curve by secret numbers, as signing does, by additions alone: for each five bits of the number there is
 * a table of the multiples that they can stand for. The library's own multiplier keeps one table, and doubles on the way.
 *
 * <p>It is as careful as that one: a table is read whole whatever is looked for, each five bits are added whatever they are, and every
 * multiple has a fixed point added to it, so that none is the point at infinity; at the end that is taken off again.
 */
public final class BaseMultiples extends AbstractECMultiplier {
    private static final int BITS = 5;
    private static final int VALUES = 1 << BITS;

    private final ECPoint base;
    private final int length;
    private final ECLookupTable[] tables;
    private final ECPoint surplus;

    /** Makes the tables, some 100 KiB for a curve of 256 bits. */
    public BaseMultiples(ECDomainParameters domain) {
        base = domain.getG();
        int bits = domain.getN().bitLength();
        int windows = (bits + BITS - 1) / BITS;
        length = windows * BITS;
        // Far from every small multiple of a power of two.
        var fixed = base.multiply(domain.getN().divide(BigInteger.valueOf(3)));
        tables = IntStream.range(0, windows)
                .mapToObj(window -> table(window, fixed))
                .toArray(ECLookupTable[]::new);
        surplus = fixed.multiply(BigInteger.valueOf(windows)).negate().normalize();
    }

    private ECLookupTable table(int window, ECPoint fixed) {
        var step = base.multiply(BigInteger.ONE.shiftLeft(window * BITS)).normalize();
        var points = new ECPoint[VALUES];
        points[0] = fixed;
        for (int value = 1; value < VALUES; value++) {
            points[value] = points[value - 1].add(step);
        }
        var curve = base.getCurve();
        curve.normalizeAll(points);
        return curve.createCacheSafeLookupTable(points, 0, VALUES);
    }

    @Override
    protected ECPoint multiplyPositive(ECPoint point, BigInteger number) {
        if (!point.equals(base) || number.bitLength() > length) {
            throw new IllegalArgumentException("only the base point is multiplied, and by numbers within the order");
        }
        int[] words = Nat.fromBigInteger(length + Integer.SIZE, number);
        var sum = tables[0].lookup(words[0] & (VALUES - 1));
        for (int window = 1; window < tables.length; window++) {
            int bit = window * BITS;
            long two =
                    (words[bit / Integer.SIZE] & 0xffff_ffffL) | (long) words[bit / Integer.SIZE + 1] << Integer.SIZE;
            sum = sum.add(tables[window].lookup((int) (two >>> bit % Integer.SIZE) & (VALUES - 1)));
        }
        return sum.add(surplus);
    }
}
