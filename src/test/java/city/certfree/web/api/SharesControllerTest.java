package city.certfree.web.api;

import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.CanonicalJson;
import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.KeyedActs;
import city.certfree.fixture.Caller;
import city.certfree.fixture.CheckedReceipt;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SharesControllerTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    KeyedActs acts;

    @Inject
    Transactions transactions;

    @Inject
    JsonMapper json;

    @Inject
    Clock clock;

    private Caller system;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
    }

    @Test
    void givesTheFieldsThatTheItemNeedsAndNoOther() {
        var shared = objects(share(UseRequest.share()).body().get("licences"));
        assertEquals(1, shared.size());
        var licence = shared.getFirst();
        assertEquals("结婚证", licence.get("typeName"));
        assertEquals("VALID", licence.get("status"));
        assertEquals(
                Set.of("certNo", "registerDate", "husbandName", "wifeName"),
                UseRequest.object(licence.get("attributes")).keySet());
    }

    /** With libraries of others: Nimbus on the JDK's own cryptography, and Authlete's SD-JWT. */
    @Test
    void handsOutTheIssuersOwnStatementWithNothingOutsideTheGrant() throws ParseException, JOSEException {
        var licence = objects(share(UseRequest.share()).body().get("licences")).getFirst();
        var statement = SDJWT.parse(String.valueOf(licence.get("signedLicence")));
        var jws = SignedJWT.parse(statement.getCredentialJwt());
        assertSignedByAPublishedKey(jws);
        assertEquals(licence.get("identifier"), jws.getJWTClaimsSet().getSubject());

        var disclosed = new HashMap<String, Object>();
        statement.getDisclosures().forEach(d -> disclosed.put(d.getClaimName(), d.getClaimValue()));
        assertEquals(
                Set.of(
                        "certificateNumber",
                        "certNo",
                        "registerDate",
                        "husbandName",
                        "wifeName",
                        "holder.1.codeType",
                        "holder.1.code",
                        "holder.1.name",
                        "holder.2.codeType",
                        "holder.2.code",
                        "holder.2.name"),
                disclosed.keySet());
        UseRequest.object(licence.get("attributes")).forEach((name, value) -> assertEquals(value, disclosed.get(name)));
        var decoded = new SDObjectDecoder().decode(jws.getJWTClaimsSet().getClaims(), statement.getDisclosures());
        assertTrue(decoded.toString().contains(String.valueOf(licence.get("certificateNumber"))));
    }

    /** Whoever holds the answer can compute what its receipt proves. */
    @Test
    void provesItsAnswerByTheReceipt() {
        var answer = share(UseRequest.share());
        var record = CheckedReceipt.of(
                        answer.text("receipt"),
                        objects(Caller.nobody(http)
                                .get("/.well-known/jwks.json")
                                .member("keys")))
                .record();
        assertEquals(answer.text("recordId"), record.get("recordId"));
        assertEquals("SHARED", record.get("outcome"));

        var body = new HashMap<>(answer.body());
        body.keySet().removeAll(List.of("recordId", "receipt"));
        assertEquals(CanonicalJson.digest(body).toString(), record.get("answerDigest"));
    }

    /** With a library of others. */
    void assertSignedByAPublishedKey(SignedJWT jws) throws ParseException, JOSEException {
        var key = JWKSet.parse(http.toBlocking().retrieve("/.well-known/jwks.json"))
                .getKeyByKeyId(jws.getHeader().getKeyID())
                .toECKey();
        assertTrue(jws.verify(new ECDSAVerifier(key)));
    }

    @Test
    void sharesNothingUnderAnotherName() {
        var answer = share(UseRequest.share().ofHolder("111", Caller.WANG, "王小朋"));
        assertEquals(List.of(), answer.body().get("licences"));
        assertFalse(answer.text("recordId").isEmpty());
    }

    @Test
    void h15_takesANameInAnotherUnicodeFormForTheSame() {
        var answer = share(UseRequest.share().ofHolder("111", Caller.WANG, " 王小　明 "));
        assertEquals(1, objects(answer.body().get("licences")).size());
    }

    @Test
    void sharesNothingOfSomebodyWhoHoldsNothing() {
        var answer = share(UseRequest.share().ofHolder("111", "370499190001010014", "无名氏"));
        assertEquals(List.of(), answer.body().get("licences"));
    }

    @Test
    void h21_refusesATypeThatTheItemDoesNotNeed() {
        var answer = share(UseRequest.share().with("licenceTypeCode", UseRequest.FOOD_LICENCE));
        assertEquals("403 licence-type-not-exempted-for-item", answer.problem());
        assertFalse(answer.text("recordId").isEmpty());
    }

    @Test
    void refusesAnotherChannelThanTheExemptions() {
        var answer = share(UseRequest.lookUp());
        assertEquals("403 channel-not-offered", answer.problem());
    }

    @Test
    void refusesAnItemThatTheRegistryDoesNotList() {
        var answer = share(UseRequest.share().with("itemCode", "S99999999999"));
        assertEquals("403 item-unknown", answer.problem());
    }

    @Test
    void refusesWhoeverHasNoBusinessHere() {
        var body = UseRequest.share().body();
        assertEquals(
                "401 not-signed-in",
                Caller.nobody(http).post("/api/v1/shares", body).problem());
        for (var account : List.of("issuer01", "supervisor01", "auditor01", "sysadmin01", "secadmin01")) {
            assertEquals(
                    "403 role-forbidden",
                    Caller.staff(http, account).post("/api/v1/shares", body).problem(),
                    account);
        }
        assertEquals(
                "403 role-forbidden",
                Caller.citizen(http, Caller.WANG).post("/api/v1/shares", body).problem());
    }

    @Test
    void h18_performsAnActWithAKeyOnce() {
        var body = UseRequest.share().body();
        var first = system.post("/api/v1/shares", body, "Idempotency-Key", "share-1");
        var again = system.post("/api/v1/shares", body, "Idempotency-Key", "share-1");
        assertEquals(first.body(), again.body());
        assertEquals("true", again.headers().get("Idempotency-Replayed"));
        var other = UseRequest.share().with("purpose", "另一事由").body();
        assertEquals(
                "422 idempotency-key-reused",
                system.post("/api/v1/shares", other, "Idempotency-Key", "share-1")
                        .problem());
        var clerks = Caller.staff(http, "clerk01").post("/api/v1/shares", body, "Idempotency-Key", "share-1");
        assertEquals(200, clerks.status());
    }

    /** Another node has taken the key and not answered yet. */
    @Test
    void h18_tellsThatTheFirstRequestStillRuns() throws IOException {
        var body = json.writeValueAsString(UseRequest.share().body());
        var key = new ActKey("demo-system", digest("share-3"), digest("POST /api/v1/shares\n" + body));
        transactions.run(() -> acts.claim(key, RandomId.next(), clock.instant()));
        var second = system.post("/api/v1/shares", body, "Idempotency-Key", "share-3");
        assertEquals("409 in-progress", second.problem());
        assertEquals("1", second.header("Retry-After"));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void replaysARefusalToo() {
        var body = UseRequest.share().with("itemCode", "S99999999999").body();
        var first = system.post("/api/v1/shares", body, "Idempotency-Key", "share-2");
        var again = system.post("/api/v1/shares", body, "Idempotency-Key", "share-2");
        assertEquals("403 item-unknown", again.problem());
        assertEquals(first.text("recordId"), again.text("recordId"));
    }

    private Caller.Reply share(UseRequest request) {
        return system.post("/api/v1/shares", request.body());
    }
}
