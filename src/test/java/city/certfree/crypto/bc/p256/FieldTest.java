package city.certfree.crypto.bc.p256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Against the platform's numbers of any size. */
class FieldTest {
    private static final BigInteger R = BigInteger.ONE.shiftLeft(260);
    private static final long MASK = (1L << 52) - 1;

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void multiplies(@ForAll("numbers") BigInteger x, @ForAll("numbers") BigInteger y) {
        var z = of(x);
        Field.multiply(z, 0, z, 0, of(y), 0);
        assertEquals(x.multiply(y).mod(Field.P), number(z));
        Field.square(z, 0, of(y), 0);
        assertEquals(y.multiply(y).mod(Field.P), number(z));
    }

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void addsAndSubtracts(@ForAll("numbers") BigInteger x, @ForAll("numbers") BigInteger y) {
        var z = of(x);
        Field.add(z, 0, z, 0, of(y), 0);
        assertEquals(x.add(y).mod(Field.P), number(z));
        Field.subtract(z, 0, of(x), 0, of(y), 0);
        assertEquals(x.subtract(y).mod(Field.P), number(z));
        assertEquals(x.equals(y), Field.areEqual(of(x), 0, of(y), 0));
        assertEquals(x.equals(y), Field.isZero(z, 0));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void inverts(@ForAll("numbers") BigInteger x) {
        var z = of(x);
        Field.invert(z, 0, z, 0);
        assertEquals(x.signum() == 0 ? BigInteger.ZERO : x.modInverse(Field.P), number(z));
    }

    /** Words that are all zeros, all ones, like those of p, or anything, in the form in which the words are calculated with. */
    @Provide
    Arbitrary<BigInteger> numbers() {
        var word = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(0L, 1L, MASK, MASK - 1, MASK >>> 8, 1L << 36, 0xffff_ffff_0000L, 1L << 51)),
                Tuple.of(2, Arbitraries.longs().between(0, MASK)));
        var words = Combinators.combine(word, word, word, word, word).as((a, b, c, d, e) -> words(a, b, c, d, e));
        var edges = Arbitraries.of(-3, -2, -1).map(i -> Field.P.add(BigInteger.valueOf(i)));
        return Arbitraries.frequencyOf(Tuple.of(9, words), Tuple.of(1, edges))
                .map(number ->
                        number.mod(Field.P).multiply(R.modInverse(Field.P)).mod(Field.P));
    }

    private static BigInteger words(long... highestFirst) {
        var number = BigInteger.ZERO;
        for (long word : highestFirst) {
            number = number.shiftLeft(52).add(BigInteger.valueOf(word));
        }
        return number;
    }

    private static long[] of(BigInteger number) {
        var words = new long[Field.WORDS];
        Field.set(words, 0, number);
        return words;
    }

    private static BigInteger number(long[] words) {
        var montgomery = words(words[4], words[3], words[2], words[1], words[0]);
        assertTrue(montgomery.compareTo(Field.P) < 0);
        return montgomery.multiply(R.modInverse(Field.P)).mod(Field.P);
    }
}
