package city.certfree.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.Terms;
import city.certfree.access.quota.Quotas;
import city.certfree.access.session.OpenedSessions;
import city.certfree.fixture.Caller;
import city.certfree.fixture.GivenGrants;
import city.certfree.fixture.Holders;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import city.certfree.licence.Holder;
import city.certfree.token.AccessTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Small quotas on two nodes of the demo city, whose clocks a test moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotasTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final Map<Integer, Holder> HOLDERS = new HashMap<>();

    private EmbeddedServer first;
    private EmbeddedServer second;
    private HttpClient http;
    private HttpClient elsewhere;
    private OfficeCode office;

    @BeforeAll
    void startTwoNodes() {
        OnDemoCity.City.load();
        first = node();
        second = node();
        http = first.getApplicationContext().createBean(HttpClient.class, first.getURL());
        elsewhere = second.getApplicationContext().createBean(HttpClient.class, second.getURL());
    }

    private static EmbeddedServer node() {
        var properties = new HashMap<String, Object>(OnDemoCity.City.properties());
        properties.put("micronaut.server.port", -1);
        properties.put(TestClock.PROPERTY, OnDemoCity.City.morning().toString());
        properties.put("certfree.quota.per-minute", "10");
        properties.put("certfree.quota.per-hour", "14");
        properties.put("certfree.quota.per-day", "1000");
        properties.put("certfree.quota.holders-per-day", "4");
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }

    @AfterAll
    void stop() {
        http.close();
        elsewhere.close();
        first.close();
        second.close();
    }

    @BeforeEach
    void openAnOffice() {
        office = new OfficeCode("3704991%04d".formatted(NAMES.incrementAndGet()));
        bean(GivenGrants.class).grantAll(Grantee.office(office), office);
    }

    @Test
    void refusesTheEleventhUseOfAMinuteAndSaysWhenToComeAgain() {
        var clerk = clerk(http);
        uses(clerk, 10);
        long before = refusals();
        var refused = use(clerk);
        assertEquals("429 quota-exceeded", refused.problem());
        assertEquals(before + 1, refusals());
        assertTrue(refused.text("recordId").matches("[0-9A-Za-z_-]{22}"), "the refusal is recorded");
        assertEquals("60", refused.header("Retry-After"));
        assertEquals("\"uses\";r=0;t=60", refused.header("RateLimit"));
        advance(Duration.ofSeconds(60));
        assertEquals(200, use(clerk).status());
    }

    @Test
    void refusesTheFifteenthUseOfAnHourHoweverSlowly() {
        var clerk = clerk(http);
        uses(clerk, 9);
        advance(Duration.ofMinutes(1));
        uses(clerk, 5);
        var refused = use(clerk);
        assertEquals("429 quota-exceeded", refused.problem());
        assertTrue(Long.parseLong(refused.header("Retry-After")) > 60);
    }

    @Test
    void countsOnBothNodesTogether() {
        var name = account();
        var here = Caller.withSession(http, bean(OpenedSessions.class).ofAccount(name));
        var there = Caller.withSession(elsewhere, bean(OpenedSessions.class).ofAccount(name));
        uses(here, 6);
        exchange();
        uses(there, 4);
        assertEquals("429 quota-exceeded", use(there).problem());
        exchange();
        use(here);
        exchange();
        assertEquals("429 quota-exceeded", use(here).problem());
    }

    @Test
    void countsEachOperatorOfASystemByItselfAndTheSystemToo() {
        var name = "system-" + office.value();
        bean(AddClient.class).add(newClient(name));
        bean(GivenGrants.class).grantAll(Grantee.system(name), office);
        var token = bean(AccessTokens.class).issue(name, bean(TestClock.class).instant());
        var system = Caller.bearer(http, token.text());
        for (int i = 0; i < 10; i++) {
            assertEquals(200, use(system, "window-" + i % 2).status());
        }
        assertEquals("429 quota-exceeded", use(system, "window-3").problem());
    }

    @Test
    void h20_refusesTheFifthHolderOfADayAndNotTheFirstFour() {
        var clerk = clerk(http);
        for (int i = 0; i < 4; i++) {
            assertEquals(200, use(clerk, i).status());
        }
        var refused = use(clerk, 4);
        assertEquals("429 quota-exceeded", refused.problem());
        assertTrue(Long.parseLong(refused.header("Retry-After")) > 3600);
        assertEquals(200, use(clerk, 0).status());
    }

    @Test
    void h20_countsHoldersOnBothNodesTogether() {
        var name = account();
        var here = Caller.withSession(http, bean(OpenedSessions.class).ofAccount(name));
        var there = Caller.withSession(elsewhere, bean(OpenedSessions.class).ofAccount(name));
        use(here, 0);
        use(here, 1);
        use(here, 2);
        exchange();
        assertEquals(200, use(there, 3).status());
        assertEquals("429 quota-exceeded", use(there, 4).problem());
    }

    @Test
    void keepsToTheLimitOfAGrant() {
        var own = new OfficeCode("3704992%04d".formatted(NAMES.incrementAndGet()));
        bean(GivenGrants.class).grant(Grantee.office(own), own, Scope.ANY, new Terms(LocalDate.EPOCH, null, null, 2));
        var clerk = Caller.withSession(http, bean(OpenedSessions.class).ofAccount(account(own)));
        uses(clerk, 2);
        assertEquals("429 quota-exceeded", use(clerk).problem());
    }

    private NewClient newClient(String name) {
        return new NewClient(name, office, new Credential.Secret(NewPassword.random()), false, true);
    }

    private static void uses(Caller who, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(200, use(who).status());
        }
    }

    private static Caller.Reply use(Caller who) {
        return who.post("/api/v1/shares", UseRequest.share().body());
    }

    private static Caller.Reply use(Caller who, String operator) {
        return who.post(
                "/api/v1/shares", UseRequest.share().with("operator", operator).body());
    }

    /** About another holder for each number, and about the same for the same. */
    private Caller.Reply use(Caller who, int number) {
        var holder = HOLDERS.computeIfAbsent(number, n -> Holders.citizen("外人"));
        var body =
                UseRequest.share().ofHolder("111", holder.code().value(), "外人").body();
        return who.post("/api/v1/shares", body);
    }

    private Caller clerk(HttpClient at) {
        return Caller.withSession(at, bean(OpenedSessions.class).ofAccount(account()));
    }

    private String account() {
        return account(office);
    }

    private String account(OfficeCode of) {
        var name = "clerk-of-" + of.value();
        bean(AddAccount.class).add(new NewAccount(name, Role.CLERK, of, NewPassword.random(), true));
        return name;
    }

    /** As the figures of the first node have it. */
    private long refusals() {
        return bean(MeterRegistry.class)
                .get("certfree.uses")
                .tag("channel", "share")
                .tag("outcome", "quota-exceeded")
                .timer()
                .count();
    }

    private void exchange() {
        bean(Quotas.class).exchange();
        second.getApplicationContext().getBean(Quotas.class).exchange();
    }

    private void advance(Duration time) {
        bean(TestClock.class).advance(time);
        second.getApplicationContext().getBean(TestClock.class).advance(time);
    }

    private <T> T bean(Class<T> type) {
        return first.getApplicationContext().getBean(type);
    }
}
