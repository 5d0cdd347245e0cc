package city.certfree.crypto.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdDsaTest {
    private static final KeyPairs PAIRS = new EdDsaKeyPairs();

    /** RFC 8037, appendix A.1. */
    private static final Map<String, String> RFC8037 = Map.of(
            "kty", "OKP",
            "crv", "Ed25519",
            "d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

    private static final Signer SIGNER = PAIRS.signer(Jwk.of(RFC8037));
    private static final Verifier VERIFIER = PAIRS.verifier(Jwk.of(RFC8037), KeyTerms.UNLIMITED);
    private static final byte[] INPUT = hex("af82");

    /** RFC 8032, section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAsRfc8032Does(String d, String x, String input, String signature) {
        var jwk = jwk(d, x);

        assertArrayEquals(hex(signature), PAIRS.signer(jwk).sign(hex(input)));
        assertTrue(PAIRS.verifier(jwk, KeyTerms.UNLIMITED).verifies(hex(input), hex(signature)));
    }

    /** RFC 8037, appendix A.3. */
    @Test
    void isNamedByTheThumbprintOfRfc8037() {
        assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", VERIFIER.kid());
        assertEquals(VERIFIER.kid(), SIGNER.kid());
    }

    @Test
    void givesThe32BytesOfThePublicKey() {
        assertArrayEquals(Base64Url.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"), VERIFIER.publicKeyBytes());
    }

    @Test
    void signsWhatThePlatformVerifies() throws GeneralSecurityException {
        byte[] little = VERIFIER.publicKeyBytes();
        byte[] big = new byte[little.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        boolean odd = big[0] < 0;
        big[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, big));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        signature.update(INPUT);

        assertTrue(signature.verify(SIGNER.sign(INPUT)));
    }

    @Test
    void newPairsSignAndVerify() {
        var jwk = Jwk.of(PAIRS.newMembers());

        assertTrue(PAIRS.verifier(jwk, KeyTerms.UNLIMITED)
                .verifies(INPUT, PAIRS.signer(jwk).sign(INPUT)));
    }

    @Property(tries = 200)
    void refusesASignatureWithAnyBitFlipped(@ForAll @IntRange(max = 511) int bit) {
        byte[] signature = SIGNER.sign(INPUT);
        signature[bit / 8] ^= (byte) (1 << bit % 8);

        assertFalse(VERIFIER.verifies(INPUT, signature));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65, 128})
    void refusesASignatureOfAnotherLength(int length) {
        assertFalse(VERIFIER.verifies(INPUT, Arrays.copyOf(SIGNER.sign(INPUT), length)));
    }

    /** The eight points whose order divides 8, two of them in their second, non-canonical spelling too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void j29_refusesAPointOfSmallOrder(String x) {
        assertRefused(jwk("00".repeat(32), x));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00"
            })
    void j29_refusesWhatIsNoPointOfTheCurve(String x) {
        assertRefused(jwk("00".repeat(32), x));
    }

    /** RFC 8032, section 5.1.7: S is below the group's order; S plus the order would verify without that check. */
    @Test
    void j30_refusesAnSThatIsNotReduced() {
        byte[] signature = SIGNER.sign(INPUT);
        assertTrue(VERIFIER.verifies(INPUT, signature));
        byte[] s = new byte[32];
        for (int i = 0; i < s.length; i++) {
            s[i] = signature[63 - i];
        }
        var order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] twin = new BigInteger(1, s).add(order).toByteArray();
        for (int i = 0; i < s.length; i++) {
            signature[32 + i] = i < twin.length ? twin[twin.length - 1 - i] : 0;
        }
        assertFalse(VERIFIER.verifies(INPUT, signature));
    }

    @Test
    void refusesAPrivateKeyOfAnotherLength() {
        var jwk = jwk("00".repeat(31), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

        assertThrows(InvalidValue.class, () -> PAIRS.signer(jwk));
    }

    @Test
    void signsForManyThreadsAtOnce() {
        byte[] alone = SIGNER.sign(INPUT);

        assertTrue(Stream.generate(() -> SIGNER)
                .limit(200)
                .parallel()
                .allMatch(signer -> Arrays.equals(alone, signer.sign(INPUT))));
    }

    @Test
    void showsNothingOfItsKey() {
        assertEquals("EdDsaSigner[" + SIGNER.kid() + "]", SIGNER.toString());
        assertEquals("EdDSA[" + SIGNER.kid() + "]", VERIFIER.toString());
    }

    private static void assertRefused(Jwk jwk) {
        assertThrows(InvalidValue.class, () -> PAIRS.verifier(jwk, KeyTerms.UNLIMITED));
    }

    private static Jwk jwk(String d, String x) {
        return Jwk.of(
                Map.of("kty", "OKP", "crv", "Ed25519", "d", Base64Url.encode(hex(d)), "x", Base64Url.encode(hex(x))));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
