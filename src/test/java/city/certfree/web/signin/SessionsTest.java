package city.certfree.web.signin;

import static city.certfree.web.signin.Caller.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.DisableAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.ResetPassword;
import city.certfree.access.account.Role;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.TestDemoGate;
import city.certfree.kernel.OfficeCode;
import city.certfree.web.signin.Caller.Reply;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = TestClock.PROPERTY, value = "2026-11-23T01:00:00Z")
@Property(name = TestDemoGate.PROPERTY, value = "true")
@Property(name = "test.roles", value = "true")
class SessionsTest implements OnH2 {
    private static final String PASSWORD = "correct horse 07";
    private static final String DEMO_CITIZEN = "{\"holderCode\":\"%s\",\"demo\":true}";
    private static final String WANG = DEMO_CITIZEN.formatted("370499199001010015");

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    TestClock clock;

    @Inject
    TestDemoGate demo;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    AddAccount addAccount;

    @Inject
    DisableAccount disableAccount;

    @Inject
    ResetPassword resetPassword;

    private Caller caller;
    private String name;

    @BeforeEach
    void addAClerk() {
        demo.open();
        // Another quarter of an hour for each test: all come from one address, whose failures count together.
        clock.advance(Duration.ofMinutes(15));
        caller = new Caller(http);
        name = add(false);
    }

    @Test
    void signsInWithACookieThatOnlyTheBrowserItselfSends() {
        var response = caller.signIn(name, PASSWORD);
        assertEquals(204, response.status());
        assertTrue(response.header("Set-Cookie")
                .matches("certfree_session=[0-9A-Za-z_-]{22}; Path=/; HTTPOnly; SameSite=Strict"));
        assertEquals("no-store", response.header("Cache-Control"));
    }

    @Test
    void knowsTheClerkByTheCookie() {
        var session = caller.signIn(name, PASSWORD).session();
        var response = caller.get("/test/roles/staff", cookie(session));
        assertEquals(name, response.body());
        assertEquals("no-store", response.header("Cache-Control"));
    }

    @Test
    void takesAnOneTimePasswordWhereNoneIsAsked() {
        var body = "{\"username\":\"%s\",\"password\":\"%s\",\"otp\":\"123456\"}".formatted(name, PASSWORD);
        assertEquals(204, caller.signIn(body).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "certfree_session=", "certfree_session=x", "certfree_session=AAAAAAAAAAAAAAAAAAAAAA"})
    void knowsNobodyWithoutASession(String cookies) {
        var response = caller.get("/test/roles/silent", cookie(cookies));
        assertProblem(401, "not-signed-in", response);
        assertEquals("Bearer", response.header("WWW-Authenticate"));
    }

    @Test
    void h25_answersTheSameBytesToAWrongPasswordAnUnknownNameAndADisabledAccount() {
        var disabled = add(false);
        disableAccount.disable(disabled);
        var wrong = caller.signIn(name, "wrong");
        assertProblem(401, "not-signed-in", wrong);
        for (var other : new Reply[] {
            caller.signIn("nobody", PASSWORD),
            caller.signIn(disabled, PASSWORD),
            caller.signIn(name + " ", PASSWORD),
            caller.signIn("' OR 1=1 --", PASSWORD),
            caller.signIn("王", PASSWORD)
        }) {
            assertEquals(401, other.status());
            assertEquals(wrong.body(), other.body());
        }
    }

    @Test
    void h25_pausesAfterFiveFailuresEvenForTheRightPassword() {
        fail(name, 5);
        var refused = caller.signIn(name, PASSWORD);
        assertProblem(429, "too-many-attempts", refused);
        assertEquals("30", refused.header("Retry-After"));
        assertEquals("\"sign-in\";r=0;t=30", refused.header("RateLimit"));
        clock.advance(Duration.ofSeconds(30));
        assertEquals(204, caller.signIn(name, PASSWORD).status());
    }

    @Test
    void doublesThePauseWithEachFurtherFailure() {
        fail(name, 5);
        for (int pause : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertEquals(String.valueOf(pause), caller.signIn(name, PASSWORD).header("Retry-After"));
            clock.advance(Duration.ofSeconds(pause));
            assertEquals(401, caller.signIn(name, "wrong").status());
        }
    }

    @Test
    void pausesForANameThatDoesNotExistAsForOneThatDoes() {
        fail(name, 5);
        var known = caller.signIn(name, PASSWORD);
        fail("nobody-at-all", 5);
        var unknown = caller.signIn("nobody-at-all", PASSWORD);
        assertEquals(known.body(), unknown.body());
        assertEquals(known.header("Retry-After"), unknown.header("Retry-After"));
    }

    @Test
    void forgetsFailuresAfterSigningIn() {
        fail(name, 4);
        caller.signIn(name, PASSWORD);
        fail(name, 4);
        assertEquals(204, caller.signIn(name, PASSWORD).status());
    }

    @Test
    void h25_pausesForAnAddressThatTriesManyNames() {
        for (int i = 0; i < 100; i++) {
            assertEquals(401, caller.signIn("spray-" + i, "wrong").status());
        }
        assertProblem(429, "too-many-attempts", caller.signIn(name, PASSWORD));
        clock.advance(Duration.ofSeconds(30));
        assertEquals(204, caller.signIn(name, PASSWORD).status());
    }

    @Test
    void endsTheSessionAtSignOut() {
        var session = caller.signIn(name, PASSWORD).session();
        var response = caller.signOut(session);
        assertEquals(204, response.status());
        assertTrue(response.header("Set-Cookie").contains("Max-Age=0"));
        assertEquals(401, caller.get("/test/roles/staff", cookie(session)).status());
        assertEquals(401, caller.signOut(session).status());
    }

    @Test
    void h25_endsTheOldSessionWhenTheSameBrowserSignsInAgain() {
        var old = caller.signIn(name, PASSWORD).session();
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
        var fresh = caller.signIn(body, cookie(old)).session();
        assertNotEquals(old, fresh);
        assertEquals(401, caller.get("/test/roles/staff", cookie(old)).status());
        assertEquals(200, caller.get("/test/roles/staff", cookie(fresh)).status());
    }

    @Test
    void h25_takesNoSessionIdFromTheBrowser() {
        var planted = "certfree_session=" + "A".repeat(22);
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
        assertNotEquals(planted, caller.signIn(body, cookie(planted)).session());
        assertEquals(401, caller.get("/test/roles/staff", cookie(planted)).status());
    }

    @Test
    void endsAnUnusedSessionAfterHalfAnHour() {
        var session = caller.signIn(name, PASSWORD).session();
        clock.advance(Duration.ofMinutes(30).minusNanos(1_000));
        assertEquals(200, caller.get("/test/roles/staff", cookie(session)).status());
        clock.advance(Duration.ofMinutes(30));
        assertEquals(401, caller.get("/test/roles/staff", cookie(session)).status());
    }

    @Test
    void endsEvenAUsedSessionAfterTwelveHours() {
        var session = caller.signIn(name, PASSWORD).session();
        for (int i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertEquals(200, caller.get("/test/roles/staff", cookie(session)).status());
        }
        clock.advance(Duration.ofMinutes(20));
        assertEquals(401, caller.get("/test/roles/staff", cookie(session)).status());
    }

    @Test
    void endsTheSessionsOfADisabledAccount() {
        var session = caller.signIn(name, PASSWORD).session();
        disableAccount.disable(name);
        assertEquals(401, caller.get("/test/roles/staff", cookie(session)).status());
    }

    @Test
    void endsSessionsAndPausesWhenThePasswordIsReset() {
        var session = caller.signIn(name, PASSWORD).session();
        fail(name, 5);
        clock.advance(Duration.ofSeconds(1));
        resetPassword.reset(name, new NewPassword("another horse 08"));
        assertEquals(401, caller.get("/test/roles/staff", cookie(session)).status());
        assertEquals(204, caller.signIn(name, "another horse 08").status());
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost.evil.example:8080",
        "Origin, http://localhost:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void h23_refusesWhatAnotherSiteMadeTheBrowserSend(String header, String value) {
        var session = caller.signIn(name, PASSWORD).session();
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
        assertProblem(403, "role-forbidden", caller.signIn(body, request -> request.header(header, value)));
        var signOut =
                HttpRequest.DELETE("/api/v1/sessions").header("Cookie", session).header(header, value);
        assertProblem(403, "role-forbidden", caller.send(signOut));
        assertEquals(200, caller.get("/test/roles/staff", cookie(session)).status());
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://localhost:8080", "Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none"})
    void takesWhatAPageOfOursSends(String header, String value) {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
        assertEquals(
                204,
                caller.signIn(body, request -> request.header(header, value)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "application/xml"})
    void h23_refusesWhatAFormOfAnotherSiteCouldSend(String type) {
        assertProblem(415, "media-type-unsupported", caller.signIn("{}", request -> request.contentType(type)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"a\"|malformed-json",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"p\"}|duplicate-name",
                "{\"username\":\"a\",\"password\":\"p\",\"admin\":true}|unknown-property",
                "{\"username\":1,\"password\":\"p\"}|invalid-value",
                "{\"username\":\"a\"}|invalid-value",
                "{}|invalid-value",
                "{\"username\":\"a\",\"password\":\"p\",\"holderCode\":\"370499199001010015\"}|invalid-value",
                "{\"holderCode\":\"370499199001010015\"}|invalid-value",
                "{\"holderCode\":\"370499199001010015\",\"demo\":false}|invalid-value",
                "{\"holderCode\":\"370499199001010015\",\"demo\":\"true\"}|invalid-value",
                "{\"holderCode\":\"370499199001010016\",\"demo\":true}|holder-code-invalid"
            })
    void namesWhatIsWrongWithABody(String body, String code) {
        assertProblem(400, code, caller.signIn(body));
    }

    @Test
    void signsADemoCitizenInByTheNumber() {
        var session = caller.signIn(WANG).session();
        assertEquals(
                "370499", caller.get("/test/roles/citizen", cookie(session)).body());
    }

    @Test
    void signsNobodyInWhoIsNotOfTheDemoDistrict() {
        assertProblem(401, "not-signed-in", caller.signIn(DEMO_CITIZEN.formatted("11010519491231002X")));
    }

    @Test
    void closesTheDemoForCitizensAndDemoAccountsAlike() {
        var demoName = add(true);
        var ofCitizen = caller.signIn(WANG).session();
        var ofClerk = caller.signIn(demoName, PASSWORD).session();
        demo.close();
        assertEquals(401, caller.signIn(WANG).status());
        assertEquals(401, caller.signIn(demoName, PASSWORD).status());
        assertEquals(401, caller.get("/test/roles/anybody", cookie(ofCitizen)).status());
        assertEquals(401, caller.get("/test/roles/anybody", cookie(ofClerk)).status());
        assertEquals(204, caller.signIn(name, PASSWORD).status());
    }

    private String add(boolean demo) {
        var fresh = "clerk-" + NAMES.incrementAndGet();
        addAccount.add(
                new NewAccount(fresh, Role.CLERK, new OfficeCode("37040210001"), new NewPassword(PASSWORD), demo));
        return fresh;
    }

    private void fail(String who, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(401, caller.signIn(who, "wrong").status());
        }
    }

    private static void assertProblem(int status, String code, Reply reply) {
        assertEquals(status, reply.status());
        assertTrue(reply.isProblem(code), reply.body());
        assertEquals("", reply.header("Set-Cookie"));
    }
}
