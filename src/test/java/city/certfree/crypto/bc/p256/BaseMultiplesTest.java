package city.certfree.crypto.bc.p256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    @Test
    void multipliesTheBasePointAlone() {
        var other = P256.getG().twice();
        assertThrows(IllegalArgumentException.class, () -> MULTIPLES.multiply(other, BigInteger.TWO));
    }
}
