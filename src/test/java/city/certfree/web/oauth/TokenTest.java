package city.certfree.web.oauth;

import static city.certfree.web.signin.Caller.bearer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.NewPassword;
import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.access.client.DisableClient;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.TestDemoGate;
import city.certfree.kernel.OfficeCode;
import city.certfree.web.signin.Caller;
import city.certfree.web.signin.Caller.Reply;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = TestClock.PROPERTY, value = "2026-11-23T01:00:00Z")
@Property(name = TestDemoGate.PROPERTY, value = "true")
@Property(name = "test.roles", value = "true")
class TokenTest implements OnH2 {
    private static final OfficeCode OFFICE = new OfficeCode("37040210001");

    /** Every character that form encoding and Basic treat in their own way. */
    private static final String SECRET = "p%2B+ :ä&=密码12";

    private static final String GRANT = "grant_type=client_credentials";
    private static final String JWT_BEARER =
            "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private static final AtomicInteger IDS = new AtomicInteger();

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    MeterRegistry metrics;

    @Inject
    TestClock clock;

    @Inject
    TestDemoGate demo;

    @Inject
    AddClient addClient;

    @Inject
    DisableClient disableClient;

    private Caller caller;
    private String id;

    @BeforeEach
    void addASystem() {
        demo.open();
        clock.advance(Duration.ofMinutes(15));
        caller = new Caller(http);
        id = "system-" + IDS.incrementAndGet();
        addClient.add(new NewClient(id, OFFICE, new Credential.Secret(new NewPassword(SECRET)), false, false));
    }

    @Test
    void givesATokenForTheSecret() {
        var reply = post(GRANT, basic(id, SECRET));
        assertEquals(200, reply.status());
        assertTrue(reply.body().contains("\"token_type\":\"Bearer\""));
        assertTrue(reply.body().contains("\"expires_in\":600"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals(id, caller.get("/test/roles/system", bearer(token(reply))).body());
    }

    @Test
    void saysInItsOwnFormThatABodyIsMissing() {
        assertError(400, "invalid_request", post("", basic(id, SECRET)));
    }

    @Test
    void endsATokenAfterTenMinutes() {
        var token = token(post(GRANT, basic(id, SECRET)));
        clock.advance(Duration.ofSeconds(599));
        assertEquals(200, caller.get("/test/roles/system", bearer(token)).status());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(401, caller.get("/test/roles/system", bearer(token)).status());
    }

    @Test
    void refusesADisabledSystemAtItsNextRequest() {
        var token = token(post(GRANT, basic(id, SECRET)));
        disableClient.disable(id);
        assertEquals(401, caller.get("/test/roles/system", bearer(token)).status());
        assertError(401, "invalid_client", post(GRANT, basic(id, SECRET)));
    }

    @Test
    void closesTheDemoForDemoSystems() {
        var demoId = id + "-demo";
        addClient.add(new NewClient(demoId, OFFICE, new Credential.Secret(new NewPassword(SECRET)), false, true));
        var token = token(post(GRANT, basic(demoId, SECRET)));
        demo.close();
        assertEquals(401, caller.get("/test/roles/system", bearer(token)).status());
        assertError(401, "invalid_client", post(GRANT, basic(demoId, SECRET)));
    }

    @Test
    void answersTheSameBytesToAWrongSecretAndAnUnknownSystem() {
        var wrong = post(GRANT, basic(id, "wrong"));
        assertError(401, "invalid_client", wrong);
        assertEquals("Basic realm=\"certfree\", charset=\"UTF-8\"", wrong.header("WWW-Authenticate"));
        assertEquals(wrong.body(), post(GRANT, basic("unknown", SECRET)).body());
    }

    @Test
    void d10_pausesAfterFiveWrongSecretsAndAlerts() {
        for (int i = 0; i < 4; i++) {
            assertEquals(401, post(GRANT, basic(id, "wrong")).status());
        }
        double before = alerts();
        assertEquals(401, post(GRANT, basic(id, "wrong")).status());
        assertEquals(before + 1, alerts());
        var refused = post(GRANT, basic(id, SECRET));
        assertEquals(429, refused.status());
        assertTrue(refused.isProblem("too-many-attempts"));
        assertEquals("30", refused.header("Retry-After"));
    }

    private double alerts() {
        return metrics.get("certfree.guesses").tag("by", "subject").counter().count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope=x | 400 | invalid_request",
                "grant_type= | 400 | invalid_request",
                "grant_type=client_credentials&grant_type=client_credentials | 400 | invalid_request",
                "grant_type=client_credentials&x=1&x=1 | 400 | invalid_request",
                "grant_type=%zz | 400 | invalid_request",
                "grant_type=password&username=a&password=b | 400 | unsupported_grant_type",
                "grant_type=authorization_code&code=x | 400 | unsupported_grant_type",
                "grant_type=client_credentials&client_id=another | 400 | invalid_request",
                "grant_type=client_credentials&client_assertion=x | 400 | invalid_request"
            })
    void namesWhatIsWrongWithARequest(String form, int status, String error) {
        assertError(status, error, post(form, basic(id, SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic bm9jb2xvbg==", "Bearer x", "Digest x"})
    void refusesWhatIsNoBasicCredential(String authorization) {
        assertEquals(
                401, post(GRANT, r -> r.header("Authorization", authorization)).status());
    }

    @Test
    void takesNoSecretInTheForm() {
        var form = GRANT + "&client_id=" + id + "&client_secret=" + URLEncoder.encode(SECRET, UTF_8);
        assertError(401, "invalid_client", post(form, request -> request));
    }

    @Test
    void takesFormsOnly() {
        var reply = caller.send(HttpRequest.POST("/oauth2/token", "{\"grant_type\":\"client_credentials\"}"));
        assertEquals(415, reply.status());
    }

    @Test
    void j26_givesATokenForAnAssertionOnce() throws JOSEException {
        var key = addSystemWithKey();
        var form = GRANT + JWT_BEARER + "&client_id=" + id + "&client_assertion=" + assertion(key, id);
        var first = post(form, request -> request);
        assertEquals(id, caller.get("/test/roles/system", bearer(token(first))).body());
        assertError(401, "invalid_client", post(form, request -> request));
    }

    @Test
    void letsAnAssertionNameItsClient() throws JOSEException {
        var key = addSystemWithKey();
        var reply = post(GRANT + JWT_BEARER + "&client_assertion=" + assertion(key, id), request -> request);
        assertEquals(200, reply.status());
    }

    @Test
    void refusesAnAssertionOfAnotherKeyOrClient() throws JOSEException {
        var key = addSystemWithKey();
        var stranger = new ECKeyGenerator(Curve.P_256).generate();
        for (var assertion : new String[] {
            assertion(stranger, id), assertion(key, "another"), assertion(stranger, "unknown"), "a.b.c", "x"
        }) {
            var form = GRANT + JWT_BEARER + "&client_assertion=" + assertion;
            assertError(401, "invalid_client", post(form, request -> request));
        }
    }

    @Test
    void takesNoSecretFromASystemWithKeys() throws JOSEException {
        addSystemWithKey();
        assertError(401, "invalid_client", post(GRANT, basic(id, SECRET)));
    }

    @Test
    void tellsHowToGetATokenAsRfc8414Says() {
        var reply = caller.get("/.well-known/oauth-authorization-server", request -> request);
        assertEquals(
                "{\"issuer\":\"http://localhost:8080\","
                        + "\"token_endpoint\":\"http://localhost:8080/oauth2/token\","
                        + "\"jwks_uri\":\"http://localhost:8080/.well-known/jwks.json\","
                        + "\"grant_types_supported\":[\"client_credentials\"],"
                        + "\"response_types_supported\":[],"
                        + "\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\",\"private_key_jwt\"],"
                        + "\"token_endpoint_auth_signing_alg_values_supported\":[\"ES256\",\"EdDSA\",\"SM2SM3\"]}",
                reply.body());
    }

    private ECKey addSystemWithKey() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        id = id + "-with-key";
        var jwks = new JWKSet(key.toPublicJWK()).toString();
        addClient.add(new NewClient(id, OFFICE, new Credential.Keys(jwks), false, false));
        return key;
    }

    private String assertion(ECKey key, String client) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience("http://localhost:8080/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private Reply post(String form, UnaryOperator<MutableHttpRequest<?>> with) {
        var request = HttpRequest.POST("/oauth2/token", form).contentType("application/x-www-form-urlencoded");
        return caller.send(with.apply(request));
    }

    private static UnaryOperator<MutableHttpRequest<?>> basic(String id, String secret) {
        var joined = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        var credentials = Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
        return request -> request.header("Authorization", "Basic " + credentials);
    }

    private static String token(Reply reply) {
        var token = TOKEN.matcher(reply.body());
        assertTrue(token.find(), reply.body());
        return token.group(1);
    }

    private static void assertError(int status, String error, Reply reply) {
        assertEquals(status, reply.status());
        assertEquals("application/json", reply.header("Content-Type"));
        assertTrue(reply.body().contains("\"error\":\"" + error + "\""), reply.body());
        assertEquals("no-store", reply.header("Cache-Control"));
    }
}
