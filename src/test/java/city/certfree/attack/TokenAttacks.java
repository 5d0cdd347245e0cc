package city.certfree.attack;

import static city.certfree.fixture.UseRequest.objects;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.Attempts;
import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential.Keys;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Signer;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.Outbound;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.token.AccessTokens;
import city.certfree.token.TokenSettings;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Attacks by tokens at the three doors by which one comes in: what a citizen holds out at a counter, the access token of a
 * system, the assertion of a client. Every answer is exact, says nothing of anybody, is recorded once where a use is, and
 * makes the service call nobody.
 */
abstract class TokenAttacks implements OnDemoCity {
    private static final Set<String> SAID = Set.of("verdict", "reason", "recordId", "receipt");

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    EmbeddedServer server;

    @Inject
    KeyRing keys;

    @Inject
    TokenSettings settings;

    @Inject
    TestClock clock;

    @Inject
    AddClient addClient;

    @Inject
    Attempts attempts;

    @Inject
    Transactions transactions;

    @Inject
    DataSource database;

    @Property(name = "datasources.default.url")
    String databaseUrl;

    private Optional<OfflineEye> eye = Optional.empty();
    private String client;
    private ClientKey clientKey;
    private String identifier;
    private Caller system;
    private Draft show;

    /** The service's clock stands, at a moment at which the demo's licences are valid. */
    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnDemoCity.super.getProperties());
        properties.put(
                TestClock.PROPERTY,
                Instant.now(Clock.systemUTC()).truncatedTo(SECONDS).toString());
        return properties;
    }

    @BeforeAll
    void meetTheCity() {
        client = "attacked-" + getClass().getSimpleName().toLowerCase(Locale.ROOT);
        clientKey = ClientKey.next();
        addClient.add(new NewClient(client, new OfficeCode("37040210001"), new Keys(clientKey.jwks()), false, false));
        identifier = objects(citizen().get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), UseRequest.FOOD_LICENCE))
                .map(l -> String.valueOf(l.get("identifier")))
                .findFirst()
                .orElseThrow();
    }

    @BeforeAll
    void lookWithoutANetwork() {
        eye = Chromium.installed().map(program -> new OfflineEye(program, server.getURL()));
    }

    @AfterAll
    void lookNoMore() {
        eye.ifPresent(OfflineEye::close);
    }

    @BeforeEach
    void watch() {
        system = Caller.bearer(http, access().signed());
        show = newShow();
        Outbound.watch(Integer.valueOf(databaseUrl.replaceFirst(".*:([0-9]+)/.*", "$1")));
    }

    /** Where there is a browser, each attack at the counter is judged by it, too: see {@link #shown}. */
    @TestFactory
    Stream<DynamicTest> theCounterWithoutANetworkJudgesAlike() {
        return Installed.with(
                "Chromium",
                eye,
                browser -> Stream.of(dynamicTest(
                        "takesAGoodToken",
                        () -> assertEquals("", browser.judge(newShow().signed(), clock.millis())))));
    }

    @AfterEach
    void nobodyWasCalled() {
        assertEquals(List.of(), Outbound.seen());
    }

    /** Refused at all three doors: at the counter with this reason. */
    void everywhere(String reason, Function<Draft, String> attack) {
        shown("REJECTED " + reason, attack);
        credential(attack);
    }

    /** Refused where it is a credential, with no reason. */
    void credential(Function<Draft, String> attack) {
        int before = records();
        var bearer = Caller.bearer(http, attack.apply(access()))
                .post("/api/v1/shares", UseRequest.share().body());
        assertEquals("401 not-signed-in", bearer.problem());
        assertEquals("Bearer error=\"invalid_token\"", bearer.header("WWW-Authenticate"));
        assertNobodyIn(bearer);
        assertEquals("401 invalid_client", proven(attack.apply(assertion())));
        assertEquals(before, records());
    }

    /** Judged so at the counter, by one access record, and just so by a browser that has no network. */
    void shown(String verdict, Function<Draft, String> attack) {
        var token = attack.apply(show);
        shown(verdict, UseRequest.redeem("token", token));
        var reason = verdict.substring(verdict.indexOf(' ') + 1);
        if (reason.equals("null") || OfflineEye.JUDGED.contains(reason)) {
            var flaw = reason.equals("null") ? "" : reason;
            eye.ifPresent(browser -> assertEquals(flaw, browser.judge(token, clock.millis()), token));
        }
    }

    /** Judged so by the service, which alone knows what it has issued. */
    void shownToTheService(String verdict, Function<Draft, String> attack) {
        shown(verdict, UseRequest.redeem("token", attack.apply(show)));
    }

    void shown(String verdict, UseRequest request) {
        int before = records();
        var reply = system.post("/api/v1/show-verifications", request.body());
        assertEquals("200 " + verdict, reply.status() + " " + reply.text("verdict") + " " + reply.text("reason"));
        assertEquals(before + 1, records());
        if (verdict.equals("ACCEPTED null")) {
            return;
        }
        reply.body().forEach((member, value) -> assertEquals(SAID.contains(member), value != null, member));
        assertNobodyIn(reply);
        assertEquals(outcomeOf(reply.text("recordId")), reply.text("reason"));
    }

    private static void assertNobodyIn(Caller.Reply reply) {
        var said = reply.body().toString();
        for (var personal : List.of("王", Caller.WANG, DemoCitizen.organisation().value(), UseRequest.FOOD_LICENCE)) {
            assertFalse(said.contains(personal), personal);
        }
    }

    /** How the token endpoint answers an assertion. */
    String proven(String assertion) {
        transactions.run(() -> attempts.forgetBefore(clock.instant().plus(Duration.ofDays(2))));
        var form = "grant_type=client_credentials&client_id=" + client
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + URLEncoder.encode(assertion, UTF_8);
        var reply = Caller.nobody(http)
                .send(HttpRequest.POST("/oauth2/token", form).contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
        assertNobodyIn(reply);
        return switch (reply.status()) {
            case 200 -> "200";
            case 413 -> reply.problem();
            default -> reply.status() + " " + reply.text("error");
        };
    }

    /** What a citizen holds out, still unused. */
    Draft show() {
        return show;
    }

    String identifier() {
        return identifier;
    }

    Draft newShow() {
        var token = citizen()
                .post("/api/v1/me/shows", Map.of("identifier", identifier))
                .text("token");
        return Draft.of(token, keys.signer(KeyPurpose.SHOW));
    }

    /** An access token as the service would make it. */
    Draft access() {
        return new Draft(
                header(keys.signer(KeyPurpose.ACCESS), "at+jwt"),
                "{\"iss\":\"%1$s\",\"aud\":\"%1$s\",\"sub\":\"%2$s\",\"client_id\":\"%2$s\",%3$s}"
                        .formatted(settings.issuer(), "demo-system", times(AccessTokens.LIFETIME)),
                keys.signer(KeyPurpose.ACCESS));
    }

    Draft assertion() {
        return new Draft(
                header(clientKey, "JWT"),
                "{\"iss\":\"%1$s\",\"aud\":\"%2$s\",\"sub\":\"%1$s\",%3$s}"
                        .formatted(client, settings.issuer(), times(Duration.ofMinutes(1))),
                clientKey);
    }

    private static String header(Signer signer, String typ) {
        return "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(signer.kid(), typ);
    }

    private String times(Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        return "\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"".formatted(now, now + lifetime.toSeconds(), RandomId.next());
    }

    /** A system that may ask. */
    Caller system() {
        return system;
    }

    Caller citizen() {
        return Caller.citizen(http, Caller.WANG);
    }

    int records() {
        return Integer.parseInt(read("SELECT COUNT(*) FROM access_record"));
    }

    private String outcomeOf(String recordId) {
        var id = HexFormat.of().formatHex(RandomId.parse(recordId).toBytes());
        return read("SELECT outcome FROM access_record WHERE record_id = 0x" + id)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private String read(String query) {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
