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
 * <p>It is as careful as that one: a table is read whole whatever is looked for, and each five bits are added whatever they are. An addition
 * takes another way where a point is at infinity, or where both are the same or each the other's negative; so that no small part of
 * the number can bring that about, the multiples of each table have a point of their own added to them, all of which are taken off again at the end.
 */
public final class BaseMultiples extends AbstractECMultiplier {
    private static final int BITS = 5;
    private static final int VALUES = 1 << BITS;

    /** The first 256 bits of the fraction of π, which nobody has chosen. */
    private static final BigInteger FIRST_OFFSET =
            new BigInteger("243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89", 16);

    private final ECPoint base;
    private final BigInteger order;
    private final int length;
    private final ECLookupTable[] tables;
    private final ECPoint surplus;

    /** Makes the tables, some 100 KiB for a curve of 256 bits. */
    public BaseMultiples(ECDomainParameters domain) {
        base = domain.getG();
        order = domain.getN();
        int bits = order.bitLength();
        int windows = (bits + BITS - 1) / BITS;
        length = windows * BITS;
        tables = IntStream.range(0, windows).mapToObj(this::table).toArray(ECLookupTable[]::new);
        var all = IntStream.range(0, windows).mapToObj(this::offset).reduce(BigInteger.ZERO, BigInteger::add);
        surplus = base.multiply(all.mod(order)).negate().normalize();
    }

    /**
     * What is added to the multiples of a table, as a factor of the base point: twice that of the table before. The sum of those before is then
     * always less by the first, and never near a multiple of the order.
     */
    BigInteger offset(int window) {
        return FIRST_OFFSET.shiftLeft(window).mod(order);
    }

    int windows() {
        return tables.length;
    }

    private ECLookupTable table(int window) {
        var step = base.multiply(BigInteger.ONE.shiftLeft(window * BITS)).normalize();
        var points = new ECPoint[VALUES];
        points[0] = base.multiply(offset(window));
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
