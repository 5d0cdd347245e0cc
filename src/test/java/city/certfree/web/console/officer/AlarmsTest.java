package city.certfree.web.console.officer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.alarm.Alarm;
import city.certfree.access.alarm.AlarmPattern;
import city.certfree.access.alarm.Alarms;
import city.certfree.access.alarm.WatchUses;
import city.certfree.access.grant.Grantee;
import city.certfree.access.session.OpenedSessions;
import city.certfree.crypto.TotpSecret;
import city.certfree.fixture.Browser;
import city.certfree.fixture.Caller;
import city.certfree.fixture.GivenGrants;
import city.certfree.fixture.Holders;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What raises an alarm, and what becomes of it. Each test has an office of its own. */
@MicronautTest(transactional = false)
@Property(name = "certfree.alarm.holders-per-hour", value = "4")
@Property(name = "certfree.alarm.misses-per-hour", value = "3")
@Property(name = "certfree.alarm.holders-per-case", value = "3")
@Property(name = "certfree.alarm.uses-outside-hours", value = "2")
class AlarmsTest implements OnDemoCity {
    private static final AtomicInteger OFFICES = new AtomicInteger();

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    TestClock clock;

    @Inject
    AddAccount addAccount;

    @Inject
    OpenedSessions sessions;

    @Inject
    GivenGrants grants;

    @Inject
    Alarms alarms;

    @Inject
    WatchUses watch;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry metrics;

    private OfficeCode office;
    private Caller clerk;

    @Override
    public Map<String, String> getProperties() {
        City.load();
        var properties = new HashMap<>(City.properties());
        properties.put(TestClock.PROPERTY, City.morning().toString());
        return properties;
    }

    @BeforeEach
    void openAnOfficeInTheMorning() {
        clock.set(City.morning());
        office = new OfficeCode("3704993%04d".formatted(OFFICES.incrementAndGet()));
        grants.grantAll(Grantee.office(office), office);
        var name = "clerk-of-" + office.value();
        addAccount.add(new NewAccount(name, Role.CLERK, office, NewPassword.random(), true));
        clerk = Caller.withSession(http, sessions.ofAccount(name));
    }

    @Test
    void h20_manyHoldersOfOneCallerRaiseOneAlarmAndBlockNobody() {
        for (int i = 0; i < 3; i++) {
            shareOfSomebody("case-" + i);
        }
        assertEquals(0, raised(AlarmPattern.MANY_HOLDERS).size());
        for (int i = 3; i < 8; i++) {
            shareOfSomebody("case-" + i);
        }
        var alarm = raised(AlarmPattern.MANY_HOLDERS);
        assertEquals(1, alarm.size());
        assertEquals("clerk-of-" + office.value(), alarm.getFirst().caller());
        assertEquals(4, alarm.getFirst().count());
    }

    @Test
    void h20_manyMissesRaiseAnAlarm() {
        for (int i = 0; i < 3; i++) {
            var holder = Holders.citizen("无人");
            var body = UseRequest.share()
                    .ofHolder("111", holder.code().value(), "无人")
                    .body();
            assertEquals(200, clerk.post("/api/v1/shares", body).status());
        }
        assertEquals(1, raised(AlarmPattern.MANY_MISSES).size());
    }

    @Test
    void h20_oneCaseNumberForManyHoldersRaisesAnAlarm() {
        shareOfSomebody("case-1");
        shareOfSomebody("case-2");
        shareOfSomebody("case-1");
        assertEquals(0, raised(AlarmPattern.ONE_CASE_FOR_MANY).size());
        shareOfSomebody("case-1");
        assertEquals(1, raised(AlarmPattern.ONE_CASE_FOR_MANY).size());
    }

    @Test
    void h20_usesOutsideOfficeHoursRaiseAnAlarm() {
        clerk.post("/api/v1/shares", UseRequest.share().body());
        clerk.post("/api/v1/shares", UseRequest.share().body());
        assertEquals(0, raised(AlarmPattern.OUTSIDE_HOURS).size());
        clock.set(City.morning().plus(Duration.ofHours(11)));
        clerk = Caller.withSession(http, sessions.ofAccount("clerk-of-" + office.value()));
        clerk.post("/api/v1/shares", UseRequest.share().body());
        clerk.post("/api/v1/shares", UseRequest.share().body());
        assertEquals(1, raised(AlarmPattern.OUTSIDE_HOURS).size());
    }

    @Test
    void aForgedTokenRaisesAnAlarmAtOnce() {
        var citizen = Caller.citizen(http, Caller.WANG);
        var licence = UseRequest.objects(
                        citizen.get("/api/v1/me/licences?limit=200").member("items"))
                .stream()
                .filter(l -> UseRequest.FOOD_LICENCE.equals(l.get("typeCode")))
                .findFirst()
                .orElseThrow();
        var token = citizen.post("/api/v1/me/shows", Map.of("identifier", licence.get("identifier")))
                .text("token");
        var forged = token.substring(0, token.length() - 3) + (token.endsWith("AAA") ? "BBB" : "AAA");
        var verdict = clerk.post(
                "/api/v1/show-verifications", UseRequest.redeem("token", forged).body());
        assertEquals("forged", verdict.text("reason"));
        assertEquals(1, raised(AlarmPattern.FORGED_TOKEN).size());
        assertEquals(
                1,
                metrics.get("certfree.alarms")
                        .tag("pattern", "forged-token")
                        .counter()
                        .count());
    }

    /** Late in the evening, so that no alarm of another test is newer than this one. */
    @Test
    void aCitizensComplaintIsShownToTheSupervisorWhoMarksItAsSeen() {
        clock.set(City.morning().plus(Duration.ofMinutes(14 * 60 + 59)));
        clerk = Caller.withSession(http, sessions.ofAccount("clerk-of-" + office.value()));
        clerk.post("/api/v1/shares", UseRequest.share().body());
        var citizen = Caller.citizen(http, Caller.WANG);
        var use = UseRequest.objects(citizen.get("/api/v1/me/uses?limit=1").member("items"))
                .getFirst();
        var complained = citizen.post(
                "/api/v1/me/complaints", Map.of("kind", "NOT_ME", "recordId", record(use), "text", "我没有办过这件事"));
        assertEquals(201, complained.status());
        var alarm = alarmOf(record(use));
        assertEquals(AlarmPattern.REPORTED, alarm.pattern());

        var browser = new Browser(server.getURL()).open("/supervision");
        assertTrue(browser.page().contains("工作人员登录"));
        var otp = TotpSecret.parse("DEMOSUPERVISORDEMOSUPERVISORDEMO").at(clock.instant());
        browser.submit("/sign-in", "account", "supervisor01", "password", "Demo-supervisor-01", "otp", otp);
        assertTrue(browser.page().contains("我没有办过这件事"), browser.page());
        browser.submit("/supervision/seen", "alarm", alarm.id().toString());
        assertTrue(browser.page().contains("supervisor01 已看"));
        assertEquals(
                "supervisor01",
                transactions.read(() -> alarms.find(alarm.id())).orElseThrow().seenBy());
    }

    @Test
    void aCitizenComplainsOfAUseOnThePhone() {
        var use = clerk.post("/api/v1/shares", UseRequest.share().body()).text("recordId");
        var browser = new Browser(server.getURL()).open("/phone");
        browser.submit("/phone/sign-in", "holderCode", Caller.WANG).open("/phone/uses");
        browser.submit("/phone/complaints", "recordId", use, "text", "不认识这个单位");
        assertTrue(browser.page().contains("已收到您的投诉"), browser.page());
        var alarm = alarmOf(use);
        assertEquals("不认识这个单位", alarm.words());
        assertFalse(alarm.toString().contains("不认识"));
    }

    private void shareOfSomebody(String caseNumber) {
        var holder = Holders.citizen("外人");
        var body = UseRequest.share()
                .ofHolder("111", holder.code().value(), "外人")
                .with("caseNumber", caseNumber)
                .body();
        assertEquals(200, clerk.post("/api/v1/shares", body).status());
    }

    private static String record(Map<String, Object> use) {
        return String.valueOf(use.get("recordId"));
    }

    private Alarm alarmOf(String use) {
        return transactions.read(() -> alarms.latest(100)).stream()
                .filter(alarm -> alarm.use().equals(use))
                .findFirst()
                .orElseThrow();
    }

    /** Those of this test's office. */
    private List<Alarm> raised(AlarmPattern pattern) {
        watch.raise();
        return transactions.read(() -> alarms.latest(100)).stream()
                .filter(alarm -> alarm.office().equals(office) && alarm.pattern() == pattern)
                .toList();
    }
}
