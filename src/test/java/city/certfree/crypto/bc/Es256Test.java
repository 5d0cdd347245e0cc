package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.json.Base64Url;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Es256Test {
    private static final BigInteger N = Curve.P256.domain().getN();
    private static final byte[] INPUT = "食品经营许可证".getBytes(UTF_8);

    /** RFC 6979, A.2.5: the key and what it signs with SHA-256. */
    private static final Es256Signer SIGNER = new Es256Signer(
            "rfc6979", Curve.P256.privateKey(hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721")));

    private static final ECPublicKeyParameters PUBLIC_KEY = Curve.P256.publicKey(
            hex("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"),
            hex("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));

    private static final Es256Verifier VERIFIER = Es256Verifier.oneOfMany("rfc6979", PUBLIC_KEY, KeyTerms.UNLIMITED);
    private static final Es256Verifier FREQUENT = frequent(PUBLIC_KEY);

    @ParameterizedTest
    @CsvSource({
        "sample, EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        "test, F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                + "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
    })
    void signsAsRfc6979Does(String message, String signature) {
        assertArrayEquals(hex(signature), SIGNER.sign(message.getBytes(US_ASCII)));
    }

    @Test
    void verifiesTheExampleOfRfc7515() {
        var key = Curve.P256.publicKey(
                Base64Url.decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Base64Url.decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));
        var input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS"
                + "9pc19yb290Ijp0cnVlfQ";
        var signature = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

        assertTrue(Es256Verifier.oneOfMany("rfc7515", key, KeyTerms.UNLIMITED)
                .verifies(input.getBytes(US_ASCII), Base64Url.decode(signature)));
    }

    @Test
    void signsWhatThePlatformVerifies() throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(platformKey());
        signature.update(INPUT);

        assertTrue(signature.verify(SIGNER.sign(INPUT)));
    }

    @Property(tries = 200)
    void refusesASignatureWithAnyBitFlipped(@ForAll @IntRange(max = 511) int bit) {
        byte[] signature = SIGNER.sign(INPUT);
        signature[bit / 8] ^= (byte) (1 << bit % 8);

        assertFalse(VERIFIER.verifies(INPUT, signature));
        assertFalse(FREQUENT.verifies(INPUT, signature));
    }

    @Property(tries = 100)
    void refusesAnInputWithAnyBitFlipped(@ForAll @IntRange(max = 167) int bit) {
        byte[] signature = SIGNER.sign(INPUT);
        byte[] input = INPUT.clone();
        input[bit / 8] ^= (byte) (1 << bit % 8);

        assertFalse(VERIFIER.verifies(input, signature));
        assertFalse(FREQUENT.verifies(input, signature));
    }

    /** C2SP Wycheproof: edges of the arithmetic, of which libraries got some wrong. */
    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/ecdsa-p256/signatures.csv", useHeadersInDisplayName = true)
    void j29_agreesWithWycheproof(String x, String y, String message, String signature, String result, String comment) {
        var key = Curve.P256.publicKey(hex(x), hex(y));
        byte[] input = hex(Objects.requireNonNullElse(message, ""));
        byte[] rs = hex(Objects.requireNonNullElse(signature, ""));
        boolean valid = "valid".equals(result);
        assertEquals(
                valid,
                Es256Verifier.oneOfMany("seldom", key, KeyTerms.UNLIMITED).verifies(input, rs),
                comment);
        assertEquals(valid, frequent(key).verifies(input, rs), comment);
    }

    static Stream<byte[]> malformed() throws GeneralSecurityException {
        byte[] good = SIGNER.sign(INPUT);
        byte[] r = Arrays.copyOf(good, 32);
        byte[] s = Arrays.copyOfRange(good, 32, 64);
        byte[] zero = new byte[32];
        return Stream.of(
                new byte[0],
                Arrays.copyOf(good, 63),
                Arrays.copyOf(good, 65),
                der(r, s),
                joined(zero, zero),
                joined(zero, s),
                joined(r, zero),
                joined(Curve.bytes(N), s),
                joined(r, Curve.bytes(N)),
                joined(Curve.bytes(N.add(BigInteger.ONE)), s),
                joined(new byte[] {-1, -1, -1, -1}, Arrays.copyOfRange(good, 4, 64)),
                joined(s, r));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAMalformedSignature(byte[] signature) {
        assertFalse(VERIFIER.verifies(INPUT, signature));
        assertFalse(FREQUENT.verifies(INPUT, signature));
    }

    static Stream<Arguments> points() {
        byte[] x = Curve.bytes(PUBLIC_KEY.getQ().getAffineXCoord().toBigInteger());
        byte[] y = Curve.bytes(PUBLIC_KEY.getQ().getAffineYCoord().toBigInteger());
        byte[] p = Curve.bytes(Curve.P256.domain().getCurve().getField().getCharacteristic());
        byte[] zero = new byte[32];
        return Stream.of(
                arguments(zero, zero),
                arguments(x, x),
                arguments(y, x),
                arguments(x, zero),
                arguments(p, y),
                arguments(x, Arrays.copyOf(y, 31)),
                arguments(joined(new byte[1], x), y));
    }

    @ParameterizedTest
    @MethodSource("points")
    void j29_refusesAPublicKeyThatIsNoPointOfTheCurve(byte[] x, byte[] y) {
        assertThrows(IllegalArgumentException.class, () -> Curve.P256.publicKey(x, y));
    }

    @Test
    void refusesAPrivateKeyOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> Curve.P256.privateKey(new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> Curve.P256.privateKey(Curve.bytes(N)));
    }

    @Test
    void signsForManyThreadsAtOnce() {
        byte[] alone = SIGNER.sign(INPUT);

        boolean allAlike = Stream.generate(() -> SIGNER)
                .limit(200)
                .parallel()
                .allMatch(signer -> Arrays.equals(alone, signer.sign(INPUT)));

        assertTrue(allAlike);
    }

    @Test
    void showsNothingOfItsKey() {
        assertEquals("Es256Signer[rfc6979]", SIGNER.toString());
    }

    /** One that has verified so often that it no longer asks the library. */
    private static Es256Verifier frequent(ECPublicKeyParameters key) {
        var verifier = Es256Verifier.oneOfFew("frequent", key, KeyTerms.UNLIMITED);
        byte[] any = SIGNER.sign(INPUT);
        for (int i = 0; i < 64; i++) {
            verifier.verifies(INPUT, any);
        }
        return verifier;
    }

    private static ECPublicKey platformKey() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(
                PUBLIC_KEY.getQ().getAffineXCoord().toBigInteger(),
                PUBLIC_KEY.getQ().getAffineYCoord().toBigInteger());
        var spec = new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    /** The form that X.509 uses, of which JOSE has none. */
    private static byte[] der(byte[] r, byte[] s) {
        byte[] body = joined(integer(r), integer(s));
        return joined(new byte[] {0x30, (byte) body.length}, body);
    }

    private static byte[] integer(byte[] unsigned) {
        byte[] signed = new BigInteger(1, unsigned).toByteArray();
        return joined(new byte[] {2, (byte) signed.length}, signed);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
