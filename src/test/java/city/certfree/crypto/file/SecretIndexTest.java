package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Profile;
import city.certfree.crypto.bc.secret.SecretAlgorithm;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecretIndexTest {
    private static final HolderCode WANG = HolderCode.ofCitizen("370499199001010015");
    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final byte[] BYTES = HexFormat.of().parseHex(HEX);
    private static final Secret SECRET = secret("index", KeyTerms.State.ACTIVE, HEX);

    private final SecretIndex index = new SecretIndex(List.of(SECRET), Profile.INTL);

    /** Calculated with Python's hmac over the parts, each behind its length: 00000006 "holder" 00000003 "111" 00000012 … */
    @Test
    void isTheHmacOfTheLengthPrefixedParts() {
        assertEquals(
                "0995c6e7760acc6b14735c52d930cb5899cac62dc4e4575c79cafb96a956251d",
                index.of(WANG).toString());
        assertEquals(
                "d8fd1866dbe378b34b57063a1b28540f9a41cb75add82dd3dfec578abdaeb14f",
                index.of("show", new byte[0], new byte[] {0, 1}).toString());
    }

    /** RFC 4231, test case 2. */
    @Test
    void restsOnTheHmacOfTheStandard() throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("Jefe".getBytes(UTF_8), "HmacSHA256"));

        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(mac.doFinal("what do ya want for nothing?".getBytes(UTF_8))));
    }

    @Test
    void setsDomainsAndPartsApart() {
        assertNotEquals(index.of("ab", utf8("c")), index.of("a", utf8("bc")));
        assertNotEquals(index.of("a", utf8("b"), utf8("c")), index.of("a", utf8("bc")));
        assertNotEquals(index.of("a"), index.of("a", new byte[0]));
    }

    @Test
    void setsKindsOfHoldersApart() {
        assertNotEquals(
                index.of(new HolderCode(HolderCodeType.ORDINARY_PASSPORT, "E12345678")),
                index.of(new HolderCode(HolderCodeType.SERVICE_PASSPORT, "E12345678")));
    }

    @Test
    void findsAHolderUnderEveryKeyTheOneInUseFirst() {
        var old = secret("old", KeyTerms.State.RETIRED, "01".repeat(32));
        var next = secret("next", KeyTerms.State.NEXT, "02".repeat(32));
        var oldAlone = new SecretIndex(List.of(secret("old", KeyTerms.State.ACTIVE, "01".repeat(32))), Profile.INTL);

        var every = new SecretIndex(List.of(old, next, SECRET), Profile.INTL).everyOf(WANG);

        assertEquals(
                List.of("index", "old", "next"),
                every.stream().map(Indexed::keyId).toList());
        assertEquals(index.of(WANG), every.get(0).index());
        assertEquals(oldAlone.of(WANG), every.get(1).index());
    }

    /** Calculated with OpenSSL's HMAC and SM3 over the same parts. */
    @Test
    void isTheHmacWithSm3InTheOtherProfile() {
        var gm = new Secret(Secret.Purpose.INDEX, SecretAlgorithm.HSM3, "gm", KeyTerms.State.ACTIVE, BYTES);
        var index = new SecretIndex(List.of(SECRET, gm), Profile.GM);

        assertEquals(
                "d6e564184431435aebb4682030aef5bd143461a6357b57ec034c2d434c9335ce",
                index.of(WANG).toString());
        assertEquals(
                List.of("gm", "index"),
                index.everyOf(WANG).stream().map(Indexed::keyId).toList());
    }

    private static Secret secret(String id, KeyTerms.State state, String hex) {
        return new Secret(
                Secret.Purpose.INDEX,
                SecretAlgorithm.HS256,
                id,
                state,
                HexFormat.of().parseHex(hex));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
