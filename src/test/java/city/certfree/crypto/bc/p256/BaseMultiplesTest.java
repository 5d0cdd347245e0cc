package city.certfree.crypto.bc.p256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.WNafL2RMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a multiplier of the library that goes another way. */
class BaseMultiplesTest {
    private static final ECDomainParameters P256 = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
    private static final BigInteger N = P256.getN();
    private static final ECMultiplier OTHER = new WNafL2RMultiplier();
    private static final BaseMultiples MULTIPLES = new BaseMultiples(P256);

    /** None, one and all bits in each place, the ends of the range, and any. */
    static Stream<BigInteger> numbers() {
        return Stream.of(
                        IntStream.range(0, 256).mapToObj(BigInteger.ONE::shiftLeft),
                        IntStream.range(0, 52).mapToObj(window -> BigInteger.valueOf(31)
                                .shiftLeft(5 * window)
                                .mod(N)),
                        IntStream.rangeClosed(1, 40).mapToObj(i -> N.subtract(BigInteger.valueOf(i))),
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(i -> N.divide(BigInteger.valueOf(i)).subtract(BigInteger.ONE)),
                        Stream.generate(() -> BigIntegers.createRandomInRange(BigInteger.ONE, N, new SecureRandom()))
                                .limit(300))
                .flatMap(all -> all)
                .map(number -> number.mod(N))
                .filter(number -> number.signum() > 0);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void multipliesAsTheLibraryDoes(BigInteger number) {
        var base = P256.getG();
        assertEquals(OTHER.multiply(base, number), MULTIPLES.multiply(base, number));
    }

    /**
     * Before each addition the sum is the lower bits of the number and the offsets so far, and what is added is five bits in their place and
     * an offset. Were the sum at infinity, or both the same or opposite, the addition would take another way, and its time would tell those
     * bits. It can be so only where they are nearly the whole number: for the last two tables, and one number of 2^250.
     */
    @Test
    void noPartOfTheNumberMakesPointsMeetOnTheWay() {
        var sum = MULTIPLES.offset(0);
        for (int window = 1; window < MULTIPLES.windows() - 2; window++) {
            var added = MULTIPLES.offset(window);
            var numberSoFar = BigInteger.ONE.shiftLeft(5 * window + 5);
            assertFar(numberSoFar, sum);
            assertFar(numberSoFar, sum.subtract(added));
            assertFar(numberSoFar, sum.add(added));
            sum = sum.add(added);
        }
    }

    private static void assertFar(BigInteger limit, BigInteger offset) {
        var distance = offset.mod(N).min(offset.negate().mod(N));
        assertTrue(distance.compareTo(limit) > 0, () -> offset + " is within " + limit);
    }

    @Test
    void multipliesTheBasePointAlone() {
        var other = P256.getG().twice();
        assertThrows(IllegalArgumentException.class, () -> MULTIPLES.multiply(other, BigInteger.TWO));
    }
}
