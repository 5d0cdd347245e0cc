package city.certfree.web.console.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.DemoGate;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.session.ResumeSession;
import city.certfree.access.session.SignIn;
import city.certfree.access.session.SignInResult;
import city.certfree.access.window.LockSeat;
import city.certfree.access.window.TakeSeat;
import city.certfree.access.window.UnlockSeat;
import city.certfree.access.window.WindowNumber;
import city.certfree.audit.AccessLog;
import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.KeyedActs;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.Town;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shift at a window: its lock, its list and its end, with a browser that runs no scripts. */
@MicronautTest(transactional = false)
@Property(name = TestClock.PROPERTY, value = "2026-11-27T01:00:00Z")
class ShiftPagesTest implements OnH2 {
    private static final Duration LOCK = Duration.ofMinutes(5);

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AddAccount accounts;

    @Inject
    AccessLog log;

    @Inject
    KeyedActs acts;

    @Inject
    Transactions transactions;

    @Inject
    SignIn signIn;

    @Inject
    TakeSeat take;

    @Inject
    LockSeat lock;

    @Inject
    UnlockSeat unlock;

    @Inject
    ResumeSession resume;

    @Inject
    TestClock clock;

    private Browser browser;
    private String account = "";
    private int clerks;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @MockBean(DemoGate.class)
    DemoGate demo() {
        return () -> true;
    }

    @BeforeAll
    void settle() {
        town.settle();
    }

    /** Each with a day of his or her own. */
    @BeforeEach
    void begin() {
        account = "clerk-" + ++clerks;
        accounts.add(
                new NewAccount(account, Role.CLERK, SmallRegistry.CITY_HALL, new NewPassword(Town.PASSWORD), false));
        browser = signedIn(account);
    }

    @Test
    void theWindowIsAskedForAndRememberedByTheMachine() {
        assertTrue(browser.page().contains("<span>市政务服务中心</span> · 12 号窗口"), browser.page());
        browser.open("/counter/sign-out").submit("/counter/sign-out");
        assertTrue(browser.page().contains("name=\"window\" value=\"12\""));
    }

    @Test
    void aWindowThatIsNoneIsNotTaken() {
        browser.open("/counter/sign-out").submit("/counter/sign-out");
        browser.submit("/counter/sign-in", "account", account, "password", Town.PASSWORD, "window", "<b>1</b>");
        assertTrue(browser.page().contains("市政务服务中心"));
        assertFalse(browser.page().contains("号窗口"));
    }

    @Test
    void aScreenThatWasLeftAloneWantsThePassword() {
        clock.advance(LOCK.minusSeconds(1));
        assertTrue(browser.open("/counter").page().contains("办什么事"));
        clock.advance(LOCK);
        browser.open("/counter/shift?tone=pass");
        assertTrue(browser.page().contains("已锁屏"));
        browser.submit("/counter/unlock", "password", "wrong");
        assertEquals(401, browser.status());
        assertTrue(browser.page().contains("密码不对"));
        browser.submit("/counter/unlock", "password", Town.PASSWORD);
        assertTrue(browser.page().contains("当班记录"));
        assertTrue(browser.page().contains("aria-current=\"page\""));
    }

    @Test
    void h25_aLockedSessionIsWorthNothingAnywhere() {
        browser.submit("/counter/lock");
        assertTrue(browser.page().contains("已锁屏"));
        assertTrue(browser.open("/counter").page().contains("已锁屏"));
        assertTrue(browser.open("/counter/shift/export").page().contains("已锁屏"));
    }

    /** By no other door either: whoever asks who is signed in is told nobody. */
    @Test
    void h25_aLockedSessionOpensNoApi() {
        var signedIn = signIn.signIn(account, Town.PASSWORD, null, "127.0.0.1");
        var token = ((SignInResult.SignedIn) signedIn).token();
        take.take(token, new WindowNumber("12"));
        assertTrue(resume.resume(token).isPresent());
        lock.lock(token);
        assertTrue(resume.resume(token).isEmpty());
        unlock.unlock(token, Town.PASSWORD, "127.0.0.1");
        assertTrue(resume.resume(token).isPresent());
        clock.advance(LOCK);
        assertTrue(resume.resume(token).isEmpty());
    }

    @Test
    void h25_guessingAtTheLockIsThrottledLikeASignIn() {
        browser.submit("/counter/lock");
        for (int i = 0; i < 5; i++) {
            browser.submit("/counter/unlock", "password", "wrong");
        }
        browser.submit("/counter/unlock", "password", Town.PASSWORD);
        assertEquals(429, browser.status());
        assertTrue(browser.open("/counter").page().contains("已锁屏"));
        clock.advance(Duration.ofSeconds(31));
        browser.submit("/counter/unlock", "password", Town.PASSWORD);
        assertEquals(200, browser.status());
    }

    @Test
    void aFormThatTheLockStoppedGoesOnAfterwardsAndIsDoneOnce() {
        openCase("2026-0417");
        var form = browser.filled("/counter/uses", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        long before = log.count(List.of(Town.CITIZEN));
        clock.advance(LOCK);
        browser.send("/counter/uses", form);
        assertTrue(browser.page().contains("刚才的操作还没有做"));
        assertFalse(browser.page().contains(Town.CITIZEN.value()));
        assertFalse(browser.page().contains(Town.CITIZEN_NAME));
        assertEquals(before, log.count(List.of(Town.CITIZEN)));
        browser.submit("/counter/unlock", "password", Town.PASSWORD);
        browser.submit("/counter/uses");
        assertTrue(browser.page().contains("<h2>核验通过</h2>"));
        browser.send("/counter/uses", form);
        assertEquals(before + 1, log.count(List.of(Town.CITIZEN)));
    }

    @Test
    void theWayBackLeadsNowhereElse() {
        browser.submit("/counter/lock");
        browser.open("/counter/unlock?to=https://evil.example/");
        assertTrue(browser.page().contains("name=\"to\" value=\"/counter\""));
        browser.open("/counter/unlock?to=/counter/../phone");
        assertTrue(browser.page().contains("name=\"to\" value=\"/counter\""));
    }

    @Test
    void theDayIsListedByVerdictAndMasked() {
        use("B-1", Town.CITIZEN_NAME);
        use("B-2", "王大明");
        browser.open("/counter/shift");
        for (var said : List.of("B-1", "B-2", "核验通过", "核验不通过", "3704**********0015")) {
            assertTrue(browser.page().contains(said), said);
        }
        assertFalse(browser.page().contains(Town.CITIZEN.value()));
        browser.open("/counter/shift?tone=fail");
        assertTrue(browser.page().contains("B-2"));
        assertFalse(browser.page().contains("B-1"));
        assertTrue(browser.page().contains("<b class=\"number\">2</b>全部"));
    }

    @Test
    void h01_nobodySeesAnothersDay() {
        use("B-3", Town.CITIZEN_NAME);
        begin();
        assertTrue(browser.open("/counter/shift").page().contains("今天还没有查用"));
        assertFalse(browser.open("/counter/shift/export").page().contains("B-3"));
    }

    @Test
    void yesterdayIsNotInTheList() {
        use("B-4", Town.CITIZEN_NAME);
        clock.advance(Duration.ofDays(1));
        browser = signedIn(account);
        assertTrue(browser.open("/counter/shift").page().contains("今天还没有查用"));
    }

    @Test
    void h24_formulasAndHtmlOfACaseNumberStayText() {
        use("=cmd|'/c_calc'!A1", Town.CITIZEN_NAME);
        use("<img/src=x/onerror=alert(1)>", Town.CITIZEN_NAME);
        browser.open("/counter/shift");
        assertTrue(browser.page().contains("&lt;img/src=x/onerror=alert(1)&gt;"));
        assertFalse(browser.page().contains("<img"));
        browser.open("/counter/shift/export");
        assertTrue(browser.page().contains("\"'=cmd|'/c_calc'!A1\""), browser.page());
        assertFalse(browser.page().contains(Town.CITIZEN.value()));
        assertFalse(browser.page().contains(Town.CITIZEN_NAME));
        assertEquals("no-store", browser.headers().get("Cache-Control"));
        assertEquals(
                "attachment",
                browser.headers()
                        .get("Content-Disposition", String.class)
                        .orElse("")
                        .replaceFirst(";.*", ""));
    }

    @Test
    void atItsEndNothingIsForgotten() {
        var first = use("B-5", Town.CITIZEN_NAME);
        use("B-6", Town.CITIZEN_NAME);
        browser.open("/counter/sign-out");
        assertTrue(browser.page().contains("不知道哪些结论显示过"));
        var csrf = browser.filled("/counter/sign-out").get(1);
        browser.send("/counter/shown", List.of("csrf", csrf, "recordId", first));
        assertEquals(204, browser.status());
        browser.open("/counter/sign-out");
        assertTrue(browser.page().contains("没有确认您看到结论"));
        assertTrue(browser.page().contains("B-6"));
        assertFalse(browser.page().contains("B-5"));
    }

    @Test
    void actsWithoutAnAnswerAreTold() {
        var key = Sha256.of(account.getBytes(StandardCharsets.UTF_8));
        transactions.write(() -> acts.claim(new ActKey(account, key, key), RandomId.next(), clock.instant()));
        assertTrue(browser.open("/counter/sign-out").page().contains("还在处理"));
        clock.advance(Duration.ofSeconds(61));
        assertTrue(browser.open("/counter/sign-out").page().contains("没有产生记录，可以重做"));
    }

    @Test
    void h01_nobodyNotesThatAnothersAnswerWasSeen() {
        var use = use("B-7", Town.CITIZEN_NAME);
        var own = browser;
        var other = signedIn(Town.CLERK).open("/counter/sign-out");
        other.send(
                "/counter/shown",
                List.of("csrf", other.filled("/counter/sign-out").get(1), "recordId", use));
        assertTrue(own.open("/counter/sign-out").page().contains("不知道哪些结论显示过"));
    }

    private String use(String caseNumber, String name) {
        openCase(caseNumber);
        browser.submit("/counter/uses", "code", Town.CITIZEN.value(), "name", name);
        return browser.page().replaceAll("(?s).*记录号 <span class=\"number\">([^<]*)<.*", "$1");
    }

    private void openCase(String caseNumber) {
        browser.open("/counter?item=" + SmallRegistry.BIRTH.value()).submit("/counter/case", "caseNumber", caseNumber);
    }

    private Browser signedIn(String name) {
        return new Browser(server.getURL())
                .open("/counter")
                .submit("/counter/sign-in", "account", name, "password", Town.PASSWORD, "window", "12");
    }
}
