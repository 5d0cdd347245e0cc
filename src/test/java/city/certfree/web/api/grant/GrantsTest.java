package city.certfree.web.api.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.session.OpenedSessions;
import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a grant, on two nodes of the demo city; each test has an office of its own. */
@MicronautTest(transactional = false)
class GrantsTest implements OnDemoCity {
    private static final AtomicInteger OFFICES = new AtomicInteger();
    private static final String GRANTS = "/api/v1/grants";
    private static final Map<String, Object> WORDS = Map.of("reason", "按清单办理");

    @Inject
    EmbeddedServer server;

    @Inject
    AddAccount addAccount;

    @Inject
    OpenedSessions sessions;

    @Inject
    DataSource database;

    private EmbeddedServer second;
    private HttpClient http;
    private HttpClient elsewhere;
    private OfficeCode office;
    private Caller clerk;
    private Caller clerkElsewhere;
    private Caller one;
    private Caller other;

    @BeforeAll
    void startAnotherNode() {
        var properties = new HashMap<String, Object>(OnDemoCity.City.properties());
        properties.put("micronaut.server.port", -1);
        second = ApplicationContext.run(EmbeddedServer.class, properties);
        http = server.getApplicationContext().createBean(HttpClient.class, server.getURL());
        elsewhere = server.getApplicationContext().createBean(HttpClient.class, second.getURL());
        one = Caller.withSession(http, sessions.ofAccount("secadmin01"));
        other = Caller.withSession(http, sessions.ofAccount("secadmin02"));
    }

    @AfterAll
    void stop() {
        http.close();
        elsewhere.close();
        second.close();
    }

    @BeforeEach
    void openAnOffice() {
        int number = OFFICES.incrementAndGet();
        office = new OfficeCode("3704990%04d".formatted(number));
        var name = "clerk-of-" + office.value();
        addAccount.add(new NewAccount(name, Role.CLERK, office, NewPassword.random(), true));
        var session = sessions.ofAccount(name);
        clerk = Caller.withSession(http, session);
        clerkElsewhere = Caller.withSession(elsewhere, session);
    }

    @Test
    void isInForceAfterThreePeopleHaveActedAndUntilItIsWithdrawn() throws SQLException {
        var refused = share(clerk);
        assertEquals("403 not-granted", refused.problem());
        assertTrue(refused.text("recordId").matches("[0-9A-Za-z_-]{22}"), "the refusal is recorded");

        var id = apply(Map.of());
        assertEquals("403 not-granted", share(clerk).problem());
        assertEquals("409 step-not-possible", decide(other, id, true).problem());
        assertEquals("REVIEWED", review(one, id).text("state"));
        assertEquals("409 another-person-needed", decide(one, id, true).problem());
        assertEquals("403 not-granted", share(clerkElsewhere).problem());

        assertEquals("APPROVED", decide(other, id, true).text("state"));
        assertEquals(200, share(clerk).status());
        assertEquals(200, share(clerkElsewhere).status());

        assertEquals(
                "WITHDRAWN", one.post(GRANTS + "/" + id + "/withdrawal", WORDS).text("state"));
        assertEquals("403 not-granted", share(clerkElsewhere).problem());
        assertEquals("403 not-granted", share(clerk).problem());
        assertEquals(
                "409 step-not-possible",
                one.post(GRANTS + "/" + id + "/withdrawal", WORDS).problem());
        assertEquals(4, acts(id), "applied, reviewed, approved, withdrawn");
    }

    @Test
    void coversOnlyItsTypeItemAndChannel() {
        grant(Map.of(
                "itemCode", UseRequest.BIRTH_REGISTRATION,
                "licenceTypeCode", UseRequest.MARRIAGE,
                "channel", "SHARE"));
        assertEquals(200, share(clerk).status());
        assertEquals(
                "403 not-granted",
                clerk.post("/api/v1/lookups", UseRequest.lookUp().body()).problem());
    }

    @Test
    void holdsOnItsDaysOnly() {
        grant(Map.of("validFrom", "2020-01-01", "validTo", "2020-12-31"));
        assertEquals("403 not-granted", share(clerk).problem());
    }

    @Test
    void isForASystemOfTheOfficeAndNotForAnothers() {
        var foreign = Map.of("kind", "SYSTEM", "code", "demo-system");
        var refused = clerk.post(GRANTS, application(Map.of("grantee", foreign)));
        assertEquals("400 invalid-value", refused.problem());
        var unknown = Map.of("kind", "SYSTEM", "code", "no-such-system");
        assertEquals(
                refused.body().get("detail"),
                clerk.post(GRANTS, application(Map.of("grantee", unknown)))
                        .body()
                        .get("detail"));
    }

    @Test
    void refusedStaysRefused() {
        var id = apply(Map.of());
        review(one, id);
        assertEquals("REFUSED", decide(other, id, false).text("state"));
        assertEquals("403 not-granted", share(clerk).problem());
        assertEquals("409 step-not-possible", decide(other, id, true).problem());
    }

    @Test
    void anOfficeSeesItsOwnAndAdministratorsSeeAll() {
        var id = apply(Map.of());
        assertEquals(1, clerk.get(GRANTS).member("total"));
        assertEquals(id, clerk.get(GRANTS + "/" + id).text("grantId"));
        assertEquals(0, clerk.get(GRANTS + "?state=APPROVED").member("total"));
        var seen = UseRequest.objects(one.get(GRANTS + "?limit=200").member("items")).stream()
                .filter(grant -> id.equals(grant.get("grantId")))
                .map(grant -> grant.get("office"))
                .toList();
        assertEquals(List.of(office.value()), seen);
    }

    @ParameterizedTest
    @CsvSource({
        "validFrom, 23.11.2026, /validFrom",
        "validTo,   1999-01-01, /validTo",
        "channel,   PAPER,      /channel",
        "itemCode,  a b,        /itemCode",
        "reason,    370499199001010015, /reason"
    })
    void namesWhatIsWrongWithAnApplication(String member, String value, String pointer) {
        var refused = clerk.post(GRANTS, application(Map.of(member, value)));
        assertEquals("400 invalid-value", refused.problem());
        assertEquals(
                pointer, UseRequest.objects(refused.member("errors")).getFirst().get("pointer"));
    }

    private void grant(Map<String, ?> changes) {
        var id = apply(changes);
        review(one, id);
        assertEquals("APPROVED", decide(other, id, true).text("state"));
    }

    private String apply(Map<String, ?> changes) {
        var applied = clerk.post(GRANTS, application(changes));
        assertEquals(201, applied.status(), applied.body().toString());
        assertEquals("APPLIED", applied.text("state"));
        return applied.text("grantId");
    }

    private static Map<String, Object> application(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(Map.of("validFrom", "2020-01-01", "reason", "办理出生登记"));
        body.putAll(changes);
        return body;
    }

    private static Caller.Reply review(Caller who, String id) {
        return who.post(GRANTS + "/" + id + "/reviews", Map.of("recommended", true, "comment", "同意"));
    }

    private static Caller.Reply decide(Caller who, String id, boolean approved) {
        return who.post(GRANTS + "/" + id + "/decisions", Map.of("approved", approved, "reason", "按清单"));
    }

    private static Caller.Reply share(Caller who) {
        return who.post("/api/v1/shares", UseRequest.share().body());
    }

    private int acts(String subject) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var query = connection.prepareStatement("SELECT COUNT(*) FROM act_record WHERE subject = ?")) {
            query.setString(1, subject);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
