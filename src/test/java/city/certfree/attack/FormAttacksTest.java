package city.certfree.attack;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.crypto.json.Base64Url;
import city.certfree.fixture.UseRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attacks by the form of a token and of its signature. */
@MicronautTest(transactional = false)
class FormAttacksTest extends TokenAttacks {
    private static final BigInteger N =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

    @Test
    void j13_duplicateClaimNames() {
        for (var member : List.of("\"iss\":\"x\"", "\"\\u0069ss\":\"x\"", "\"a\":{\"b\":1,\"b\":2}")) {
            everywhere(
                    "malformed", token -> token.claims("{", "{" + member + ",").signed());
        }
        shown("REJECTED malformed", token -> token.claims("\"st\"", "\"ST\":\"REVOKED\",\"st\"")
                .signed());
    }

    @Test
    void j14_jsonSerialisation() {
        everywhere("malformed", FormAttacksTest::flattened);
        everywhere(
                "malformed",
                token -> "{\"payload\":\"" + part(token, 1) + "\",\"signatures\":[{\"protected\":\"" + part(token, 0)
                        + "\",\"signature\":\"" + part(token, 2) + "\"}]}");
        everywhere("malformed", token -> flattened(token) + "." + token.signed());
        everywhere("malformed", token -> token.signed() + "." + part(token, 2));
        everywhere("malformed", token -> token.signed() + "." + part(token, 1) + "." + part(token, 2));
        everywhere(
                "malformed",
                token -> Draft.signed(
                        part(token, 0) + "." + Base64Url.encode(token.signed().getBytes(UTF_8)), token.signer()));
    }

    @Test
    void j15_anotherBase64() {
        shown("REJECTED malformed", token -> token.signed() + "==");
        shown("REJECTED malformed", token -> " " + token.signed());
        shown("REJECTED malformed", token -> token.signed().replace(".", " ."));
        for (var lines : List.of(show().signed() + "\n", show().signed().replace(".", "\r\n."))) {
            var body = UseRequest.redeem("token", lines).body();
            assertEquals(
                    "400 invalid-value",
                    system().post("/api/v1/show-verifications", body).problem());
        }
        everywhere("malformed", token -> part(token, 0) + "?." + part(token, 1) + "." + part(token, 2));
        for (var behind : List.of("=", "==", "+/", "A")) {
            everywhere("malformed", token -> Draft.signed(token.input() + behind, token.signer()));
        }
        everywhere("malformed", token -> withStrayBits(token.signed()));
    }

    @Test
    void j16_anotherEncoding() {
        for (var charset : List.of(UTF_16, UTF_16LE, Charset.forName("UTF-32BE"))) {
            everywhere("malformed", token -> token.signed(token.header().getBytes(charset), bytes(token.claims())));
            everywhere(
                    "malformed",
                    token -> token.signed(bytes(token.header()), token.claims().getBytes(charset)));
        }
        everywhere("malformed", token -> token.signed(bytes("\uFEFF" + token.header()), bytes(token.claims())));
        everywhere("malformed", token -> token.signed(bytes(token.header()), bytes("\uFEFF" + token.claims())));
        for (var letter : List.of("\\ud800", "\\udc00a", "\\u0000", "\\u001f", "\u0000")) {
            everywhere("malformed", token -> token.claims("\"jti\":\"", "\"jti\":\"" + letter)
                    .signed());
        }
        everywhere("malformed", token -> token.signed(bytes(token.header()), overlong(token.claims())));
    }

    @Test
    void j19_tooMuch() {
        shown("REJECTED malformed", _ -> "A".repeat(100_000));
        shown("REJECTED malformed", _ -> "a.".repeat(50_000));
        everywhere(
                "malformed", token -> token.claims("{", "{" + " ".repeat(4_000)).signed());
        everywhere("malformed", token -> token.adding("\"a\":" + "[".repeat(500) + "]".repeat(500))
                .signed());
        everywhere("malformed", token -> token.claims("{", "{\"a\":" + "{\"a\":".repeat(9) + "1" + "}".repeat(9) + ",")
                .signed());
        for (var number : List.of("1e400", "1".repeat(1_000), "9223372036854775808", "0.1")) {
            everywhere("malformed", token -> token.claims("{", "{\"a\":" + number + ",")
                    .signed());
        }
        everywhere("malformed", token -> token.claims("{", "{" + "\"a\":1,".repeat(300))
                .signed());
    }

    /** More than a request may hold never gets as far as the parser. */
    @Test
    void j19_tooMuchForARequest() {
        int before = records();
        var body = UseRequest.redeem("token", "A".repeat(1_000_000)).body();
        assertEquals(
                "413 body-too-large",
                system().post("/api/v1/show-verifications", body).problem());
        assertEquals("413 body-too-large", proven("A".repeat(300_000)));
        assertEquals(before, records());
    }

    @Test
    void j28_signatureThatIsNone() {
        byte[] zero = new byte[32];
        byte[] n = bytes32(N);
        for (var rs : List.of(
                joined(zero, zero),
                joined(n, n),
                joined(bytes32(BigInteger.ONE), n),
                joined(zero, bytes32(BigInteger.ONE)),
                joined(bytes32(N.add(BigInteger.ONE)), zero),
                joined(new byte[] {-1}, new byte[63]),
                "A".repeat(64).getBytes(UTF_8))) {
            everywhere("forged", token -> token.signed(rs));
        }
        everywhere("forged", token -> token.signed(Arrays.copyOf(good(token), 63)));
        everywhere("forged", token -> token.signed(Arrays.copyOf(good(token), 65)));
        everywhere("forged", token -> token.signed(joined(zero, Arrays.copyOfRange(good(token), 32, 64))));
        everywhere("forged", token -> token.signed(joined(Arrays.copyOf(good(token), 32), n)));
        everywhere("forged", token -> token.signed(joined(hex("30440220"), good(token))));
        everywhere("forged", token -> token.signed(joined(new byte[1], good(token))));
        everywhere("forged", token -> token.signed(token.signer().sign(new byte[] {1})));
    }

    /** n - s signs as well as s: no harm, as long as what is used up is the token and not its text. */
    @Test
    void j28_twinOfASignature() {
        var draft = newShow();
        byte[] rs = good(draft);
        var twin = N.subtract(new BigInteger(1, Arrays.copyOfRange(rs, 32, 64)));
        shown("ACCEPTED null", _ -> draft.signed(rs));
        shown("REJECTED already-used", _ -> draft.signed(joined(Arrays.copyOf(rs, 32), bytes32(twin))));
        var assertion = assertion();
        assertEquals("200", proven(assertion.signed()));
        assertEquals("401 invalid_client", proven(assertion.signed()));
    }

    @Test
    void j32_partsMissing() {
        everywhere("malformed", token -> part(token, 0) + "." + part(token, 1));
        everywhere("malformed", token -> part(token, 0) + "." + part(token, 1) + ".");
        everywhere("malformed", token -> part(token, 0) + ".." + part(token, 2));
        everywhere("malformed", token -> "." + part(token, 1) + "." + part(token, 2));
        everywhere("malformed", token -> "." + token.signed());
        everywhere("malformed", token -> token.signed() + ".");
        everywhere("malformed", token -> token.signed().replace(".", ".."));
        for (var text : List.of("..", ".", "x", "...")) {
            everywhere("malformed", _ -> text);
        }
        everywhere("malformed", token -> Draft.signed(part(token, 0) + ".", token.signer()));
        for (var claims : List.of("[]", "\"\"", "1", "null", "{\"a\":1}{\"b\":2}", "{}x")) {
            everywhere("malformed", token -> token.signed(bytes(token.header()), bytes(claims)));
        }
        shown("REJECTED malformed", _ -> "");
        everywhere("forged", token -> token.signed(bytes(token.header()), bytes("{}")));
    }

    private static String flattened(Draft token) {
        return "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
                .formatted(part(token, 0), part(token, 1), part(token, 2));
    }

    private static String part(Draft token, int n) {
        return token.signed().split("\\.", -1)[n];
    }

    private static byte[] good(Draft token) {
        return Base64Url.decode(part(token, 2));
    }

    /** The last of 86 characters carries four bits that mean nothing. */
    private static String withStrayBits(String token) {
        int last = token.length() - 1;
        return token.substring(0, last) + (char) (token.charAt(last) + 1);
    }

    /** A slash in two bytes, which no strict decoder takes. */
    private static byte[] overlong(String claims) {
        byte[] raw = bytes(claims.replace("\"jti\":\"", "\"jti\":\"\u0080"));
        for (int i = 0; i < raw.length - 1; i++) {
            if (raw[i] == (byte) 0xC2 && raw[i + 1] == (byte) 0x80) {
                raw[i] = (byte) 0xC0;
                raw[i + 1] = (byte) 0xAF;
            }
        }
        return raw;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes32(BigInteger number) {
        return hex("%064x".formatted(number));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
