package city.certfree.web.signin;

import static city.certfree.web.signin.Caller.bearer;
import static city.certfree.web.signin.Caller.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.crypto.TotpSecret;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestDemoGate;
import city.certfree.kernel.OfficeCode;
import city.certfree.token.AccessTokens;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call a route, for every kind of caller and every way in which a route can ask. */
@MicronautTest(transactional = false)
@Property(name = TestDemoGate.PROPERTY, value = "true")
@Property(name = "test.roles", value = "true")
class RolesTest implements OnH2 {
    private static final OfficeCode OFFICE = new OfficeCode("37040210001");
    private static final NewPassword PASSWORD = new NewPassword("correct horse 07");

    private static final TotpSecret SECRET = TotpSecret.random();

    private final Map<String, UnaryOperator<MutableHttpRequest<?>>> credentials = new HashMap<>();

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    AddAccount addAccount;

    @Inject
    AddClient addClient;

    @Inject
    AccessTokens tokens;

    @Inject
    Clock clock;

    private Caller caller;

    @BeforeAll
    void signEverybodyIn() {
        caller = new Caller(http);
        credentials.put("NOBODY", request -> request);
        for (var role :
                Arrays.stream(Role.values()).filter(r -> r != Role.CITIZEN).toList()) {
            addAccount.add(new NewAccount(role.code(), role, OFFICE, PASSWORD, false, SECRET));
            credentials.put(
                    role.name(),
                    cookie(caller.signIn(role.code(), PASSWORD.value(), SECRET.at(clock.instant()))
                            .session()));
        }
        credentials.put(
                "CITIZEN",
                cookie(caller.signIn("{\"holderCode\":\"370499199001010015\",\"demo\":true}")
                        .session()));
        addClient.add(new NewClient("system", OFFICE, new Credential.Secret(PASSWORD), false, false));
        credentials.put("SYSTEM", bearer(tokens.issue("system", clock.instant()).text()));
    }

    @ParameterizedTest
    @CsvSource({
        "NOBODY,     401, 401, 401, 401, 401, 401, 401, 401",
        "CLERK,      403, 200, 200, 403, 403, 200, 403, 403",
        "ISSUER,     403, 200, 200, 403, 403, 403, 403, 403",
        "SUPERVISOR, 403, 200, 200, 403, 403, 403, 403, 403",
        "AUDITOR,    403, 200, 200, 403, 403, 403, 403, 403",
        "SYSADMIN,   403, 200, 200, 403, 403, 403, 403, 403",
        "SECADMIN,   403, 200, 200, 403, 403, 403, 200, 200",
        "CITIZEN,    403, 200, 403, 200, 403, 403, 200, 403",
        "SYSTEM,     403, 200, 403, 403, 200, 200, 403, 403"
    })
    void mayCallWhatTheRuleOfTheRouteSays(
            String who,
            int silent,
            int anybody,
            int staff,
            int citizen,
            int system,
            int requester,
            int named,
            int both) {
        var expected = Map.of(
                "silent", silent,
                "anybody", anybody,
                "staff", staff,
                "citizen", citizen,
                "system", system,
                "requester", requester,
                "named", named,
                "both", both);
        expected.forEach((route, status) -> {
            var reply = caller.get("/test/roles/" + route, as(who));
            assertEquals(status, reply.status(), route);
            assertTrue(status == 200 || reply.isProblem(status == 401 ? "not-signed-in" : "role-forbidden"));
        });
    }

    @ParameterizedTest
    @CsvSource({"NOBODY, passed", "CLERK, the page", "CITIZEN, passed", "SYSTEM, passed"})
    void areLedToTheDoorOfAPageThatIsNotTheirs(String who, String shown) {
        assertEquals(shown, caller.get("/test/roles/page", as(who)).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOBODY", "CLERK", "CITIZEN", "SYSTEM"})
    void mayCallAnOpenRouteInAnyCase(String who) {
        assertEquals(200, caller.get("/test/roles/open", as(who)).status());
    }

    @ParameterizedTest
    @CsvSource({"NOBODY, nobody", "CLERK, somebody", "CITIZEN, somebody", "SYSTEM, somebody"})
    void areKnownToARouteThatDoesWithoutThem(String who, String known) {
        assertEquals(known, caller.get("/test/roles/whoever", as(who)).body());
    }

    @Test
    void areTakenByTheSchemeInAnyCase() {
        var token = tokens.issue("system", clock.instant()).text();
        var reply = caller.get("/test/roles/system", request -> request.header("Authorization", "bearer " + token));
        assertEquals("system", reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer a.b.c"})
    void areNobodyWithABadToken(String authorization) {
        var reply = caller.get("/test/roles/silent", request -> request.header("Authorization", authorization));
        assertTrue(reply.isProblem("not-signed-in"));
        assertEquals("Bearer error=\"invalid_token\"", reply.header("WWW-Authenticate"));
    }

    @Test
    void areNobodyWithABasicPassword() {
        var reply = caller.get("/test/roles/silent", request -> request.basicAuth("clerk", PASSWORD.value()));
        assertEquals(401, reply.status());
        assertEquals("Bearer", reply.header("WWW-Authenticate"));
    }

    @Test
    void d06_areNobodyWithTwoCredentials() {
        var both = caller.get(
                "/test/roles/silent", request -> as("SYSTEM").apply(as("CLERK").apply(request)));
        assertEquals(401, both.status());
        assertEquals("Bearer error=\"invalid_request\"", both.header("WWW-Authenticate"));
    }

    @Test
    void d06_areRefusedWithATokenInTheAddress() {
        var token = tokens.issue("system", clock.instant()).text();
        var reply = caller.get("/test/roles/silent?access_token=" + token, request -> request);
        assertEquals(400, reply.status());
        assertTrue(reply.isProblem("unknown-parameter"));
    }

    /** A system may be called like a clerk; its token is a system's all the same. */
    @Test
    void d07_clientCredentialsTokenIsNoUser() {
        addClient.add(new NewClient("clerk", OFFICE, new Credential.Secret(PASSWORD), false, false));
        var token = bearer(tokens.issue("clerk", clock.instant()).text());
        assertEquals("clerk", caller.get("/test/roles/system", token).body());
        assertTrue(caller.get("/test/roles/staff", token).isProblem("role-forbidden"));
        assertTrue(caller.get("/test/roles/citizen", token).isProblem("role-forbidden"));
        assertTrue(caller.get("/api/v1/me/uses", token).isProblem("role-forbidden"));
    }

    /** There is no authorization endpoint whose codes, redirects or refresh tokens could be stolen or reused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_code&code=x&redirect_uri=https%3A%2F%2Fevil.example",
                "refresh_token&refresh_token=x",
                "password&username=clerk&password=correct+horse+07",
                "implicit"
            })
    void d09_noGrantIsOfferedThatABrowserCouldLeak(String grant) {
        var reply = caller.send(HttpRequest.POST("/oauth2/token", "grant_type=" + grant)
                .contentType("application/x-www-form-urlencoded")
                .basicAuth("system", PASSWORD.value()));
        assertEquals(400, reply.status());
        assertTrue(reply.body().contains("\"unsupported_grant_type\""));
        assertEquals(
                404, caller.get("/oauth2/authorize?response_type=code", r -> r).status());
    }

    @Test
    void d10_guessingASystemsSecretIsPausedEvenForTheRightOne() {
        addClient.add(new NewClient("guessed", OFFICE, new Credential.Secret(PASSWORD), false, false));
        for (int i = 0; i < 5; i++) {
            assertEquals(401, askForToken("guessed", "wrong-" + i).status());
        }
        var paused = askForToken("guessed", PASSWORD.value());
        assertTrue(paused.isProblem("too-many-attempts"));
        assertTrue(Integer.parseInt(paused.header("Retry-After")) > 0);
        assertEquals(200, askForToken("system", PASSWORD.value()).status(), "and no other system's");
    }

    @Test
    void areAskedForTheFormsToken() {
        var clerk = as("CLERK");
        var token = caller.get("/test/roles/form", clerk).body();
        assertEquals(200, submit("CLERK", token).status());
        assertEquals(403, submit("CLERK", "").status());
        assertEquals(403, submit("CLERK", "0".repeat(64)).status());
        assertEquals(403, submit("AUDITOR", token).status());
        assertEquals(403, submit("SYSTEM", "").status());
    }

    private Caller.Reply askForToken(String client, String secret) {
        return caller.send(HttpRequest.POST("/oauth2/token", "grant_type=client_credentials")
                .contentType("application/x-www-form-urlencoded")
                .basicAuth(client, secret));
    }

    private UnaryOperator<MutableHttpRequest<?>> as(String who) {
        return Objects.requireNonNull(credentials.get(who));
    }

    private Caller.Reply submit(String who, String token) {
        return caller.send(
                as(who).apply(HttpRequest.POST("/test/roles/form", token).contentType("text/plain")));
    }
}
