package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Sm2Test {
    private static final BigInteger N = Curve.SM2.domain().getN();
    private static final byte[] INPUT = "食品经营许可证".getBytes(UTF_8);

    /** GB/T 32918.5, appendix A.2: the key, the nonce and the signature of «message digest». */
    private static final ECPrivateKeyParameters KEY =
            Curve.SM2.privateKey(hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8"));

    private static final String X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String NONCE = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private static final byte[] MESSAGE = "message digest".getBytes(US_ASCII);
    private static final byte[] SIGNATURE = hex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
            + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");

    private static final Sm2Signer SIGNER = new Sm2Signer("gbt32918", KEY);
    private static final Verifier VERIFIER =
            new Sm2Verifier("gbt32918", Curve.SM2.publicKey(hex(X), hex(Y)), KeyTerms.UNLIMITED);

    @Test
    void signsAndVerifiesTheExampleOfTheStandard() {
        var withItsNonce = new Sm2Signer("gbt32918", KEY, new TestRandomBigInteger(NONCE, 16));

        assertArrayEquals(SIGNATURE, withItsNonce.sign(MESSAGE));
        assertTrue(VERIFIER.verifies(MESSAGE, SIGNATURE));
    }

    @Test
    void givesThePointOfThePublicKey() {
        assertArrayEquals(hex("04" + X + Y), VERIFIER.publicKeyBytes());
        assertEquals(SignatureAlgorithm.SM2SM3, VERIFIER.algorithm());
    }

    @Property(tries = 200)
    void refusesASignatureWithAnyBitFlipped(@ForAll @IntRange(max = 511) int bit) {
        byte[] signature = SIGNER.sign(INPUT);
        signature[bit / 8] ^= (byte) (1 << bit % 8);

        assertFalse(VERIFIER.verifies(INPUT, signature));
    }

    @Property(tries = 100)
    void refusesAnInputWithAnyBitFlipped(@ForAll @IntRange(max = 167) int bit) {
        byte[] signature = SIGNER.sign(INPUT);
        byte[] input = INPUT.clone();
        input[bit / 8] ^= (byte) (1 << bit % 8);

        assertFalse(VERIFIER.verifies(input, signature));
    }

    @Test
    void j31_refusesDer() throws CryptoException {
        byte[] der = sign(new SM2Signer(StandardDSAEncoding.INSTANCE), "1234567812345678", INPUT);

        assertFalse(VERIFIER.verifies(INPUT, der));
        assertFalse(VERIFIER.verifies(INPUT, Arrays.copyOf(der, 64)));
    }

    @Test
    void j31_refusesAnotherSignerId() throws CryptoException {
        assertTrue(VERIFIER.verifies(INPUT, raw("1234567812345678", INPUT)));

        assertFalse(VERIFIER.verifies(INPUT, raw("ALICE123@YAHOO.COM", INPUT)));
        assertFalse(VERIFIER.verifies(INPUT, raw("", INPUT)));
    }

    /** Some libraries digest the message themselves and then sign the digest as if it were the message. */
    @Test
    void j31_refusesTheDoubleHashForm() {
        assertFalse(VERIFIER.verifies(INPUT, SIGNER.sign(sm3(INPUT))));
    }

    @Test
    void j31_refusesAPlainP256KeyDeclaredSm2() {
        var members = Curve.P256.members(Curve.P256.newPrivateKey());
        members.put("crv", "SM2");

        assertThrows(InvalidValue.class, () -> verifier(members));
    }

    /** Only the genuine pair passes. */
    @Test
    void j31_refusesEveryRAndSAtTheBorders() {
        byte[] good = SIGNER.sign(INPUT);
        var r = new BigInteger(1, Arrays.copyOf(good, 32));
        var s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        var max = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        var borders = List.of(
                BigInteger.ZERO, BigInteger.ONE, N.subtract(BigInteger.ONE), N, N.add(BigInteger.ONE), max, r, s);
        for (var first : borders) {
            for (var second : borders) {
                boolean genuine = first.equals(r) && second.equals(s);
                assertEquals(genuine, VERIFIER.verifies(INPUT, pair(first, second)), first + " " + second);
            }
        }
    }

    @Test
    void j31_refusesRAndSWhoseSumIsAMultipleOfTheOrder() {
        var r = new BigInteger(1, Arrays.copyOf(SIGNER.sign(INPUT), 32));

        assertFalse(VERIFIER.verifies(INPUT, pair(r, N.subtract(r))));
    }

    @Test
    void refusesASignatureOfAnotherLength() {
        byte[] good = SIGNER.sign(INPUT);

        assertFalse(VERIFIER.verifies(INPUT, new byte[0]));
        assertFalse(VERIFIER.verifies(INPUT, Arrays.copyOf(good, 63)));
        assertFalse(VERIFIER.verifies(INPUT, Arrays.copyOf(good, 65)));
    }

    static Stream<Map<String, String>> badPoints() {
        var p = Curve.SM2.domain().getCurve().getField().getCharacteristic();
        return Stream.of(
                point("00".repeat(32), "00".repeat(32)),
                point(X, X),
                point(Y, X),
                point(HexFormat.of().formatHex(Curve.bytes(p)), Y),
                point(X, HexFormat.of().formatHex(Curve.bytes(p.add(BigInteger.ONE)))),
                point("", ""),
                point("00" + X, Y));
    }

    @ParameterizedTest
    @MethodSource("badPoints")
    void j29_refusesAPublicKeyThatIsNoPointOfTheCurve(Map<String, String> members) {
        assertThrows(InvalidValue.class, () -> verifier(members));
    }

    /** With n - 1, 1 + d is a multiple of the order, and nothing can be signed. */
    @Test
    void refusesAPrivateKeyOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> Curve.SM2.privateKey(new byte[32]));
        assertThrows(
                IllegalArgumentException.class, () -> Curve.SM2.privateKey(Curve.bytes(N.subtract(BigInteger.ONE))));
        assertThrows(IllegalArgumentException.class, () -> Curve.SM2.privateKey(new byte[31]));
    }

    @Test
    void signsForManyThreadsAtOnce() {
        assertTrue(Stream.generate(() -> SIGNER)
                .limit(200)
                .parallel()
                .allMatch(signer -> VERIFIER.verifies(INPUT, signer.sign(INPUT))));
    }

    @Test
    void showsNothingOfItsKey() {
        assertEquals("Sm2Signer[gbt32918]", SIGNER.toString());
    }

    private static Verifier verifier(Map<String, String> members) {
        return KeyPairs.of(SignatureAlgorithm.SM2SM3).verifier(Jwk.of(members), KeyTerms.UNLIMITED);
    }

    private static Map<String, String> point(String x, String y) {
        return Map.of("kty", "EC", "crv", "SM2", "x", Base64Url.encode(hex(x)), "y", Base64Url.encode(hex(y)));
    }

    private static byte[] raw(String id, byte[] input) throws CryptoException {
        return sign(new SM2Signer(PlainDSAEncoding.INSTANCE), id, input);
    }

    private static byte[] sign(SM2Signer signer, String id, byte[] input) throws CryptoException {
        signer.init(true, new ParametersWithID(KEY, id.getBytes(US_ASCII)));
        signer.update(input, 0, input.length);
        return signer.generateSignature();
    }

    private static byte[] sm3(byte[] input) {
        var digest = new SM3Digest();
        digest.update(input, 0, input.length);
        byte[] output = new byte[digest.getDigestSize()];
        digest.doFinal(output, 0);
        return output;
    }

    private static byte[] pair(BigInteger r, BigInteger s) {
        byte[] both = Arrays.copyOf(Curve.bytes(r), 64);
        System.arraycopy(Curve.bytes(s), 0, both, 32, 32);
        return both;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
