package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.Occasion;
import city.certfree.access.Requester;
import city.certfree.access.account.DemoGate;
import city.certfree.audit.AccessLog;
import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.channel.show.IssueResult;
import city.certfree.channel.show.IssueShow;
import city.certfree.channel.show.Presented;
import city.certfree.channel.show.RedeemShow;
import city.certfree.channel.show.ShowResult;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LookedAt;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Purpose;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Language;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The network goes while the queue stands at the counter, and comes back. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the window is opened where there is a browser
class OfflineCounterTest implements OnH2 {
    private static final String CASE = "2026-OFFLINE-7";

    /** Every row that the browser keeps, as text; what is sealed as its bytes in Latin letters. */
    private static final String KEPT =
            """
            async () => {
              const { acceptances } = await import('/assets/offline/store.js');
              return JSON.stringify(await acceptances(), (name, value) =>
                value instanceof ArrayBuffer ? String.fromCharCode(...new Uint8Array(value)) : value);
            }""";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AccessLog log;

    @Inject
    IssueShow issue;

    @Inject
    RedeemShow redeem;

    @Inject
    ReadOwnLicences own;

    private ClerksWindow window;

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

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            window = new ClerksWindow(chromium.person(server.getURL(), 1366, 768));
            return Stream.of(
                            dynamicTest("scansQueuesReconnectsAndReconciles", this::reconciles),
                            dynamicTest("tellsAConflict", this::conflict),
                            dynamicTest("judgesOnlyWhatItCan", this::refuses),
                            dynamicTest("refusesWhatIsSensitive", this::sensitive),
                            dynamicTest("isReadableForEverybody", this::readable),
                            dynamicTest("refusesOnAStaleBundle", this::stale),
                            dynamicTest("refusesOnAWrongClock", () -> wrongClock(chromium)),
                            dynamicTest("lockedStaysLocked", this::locked),
                            dynamicTest("whoSignsOutLeavesNothingToGoOnWith", this::signedOut),
                            dynamicTest("nothingWentWrong", () -> assertEquals(List.of(), window.complaints())))
                    .onClose(chromium::close);
        });
    }

    private void reconciles() {
        goOffline();
        openCase("spjy");
        var token = token();
        long before = log.count(List.of(Town.NOODLES));
        window.scanner().scan(token);
        assertEquals("核验通过", window.verdict());
        assertTrue(page().textContent("#told").contains("请核对本人"));
        assertTrue(page().textContent("#log").contains("待上报"));
        picture("counter-offline-passed");
        var kept = String.valueOf(page().evaluate(KEPT));
        assertFalse(kept.contains(token.substring(0, 40)), "the token is sealed");
        assertFalse(kept.contains(CASE), "the case number is sealed");

        window.scanner().scan(token);
        page().evaluate("performance.now()");
        assertEquals("核验通过", window.verdict(), "a code that was held under the scanner");
        page().reload();
        openCase("食品");
        page().fill("#presented", token);
        page().click("#scan button.main");
        page().waitForSelector("#told :text('已经用过一次')");
        assertEquals(before, log.count(List.of(Town.NOODLES)));

        page().context().setOffline(false);
        page().waitForSelector("#said:has-text('已经上报')");
        assertEquals(before + 1, log.count(List.of(Town.NOODLES)));
        assertTrue(page().textContent("#log").contains("✓ 已上报"));
        assertFalse(page().textContent("#log").contains("待上报"));
    }

    private void conflict() {
        goOffline();
        openCase("spjy");
        var token = token();
        window.scanner().scan(token);
        assertEquals("核验通过", window.verdict());
        assertTrue(redeemedElsewhere(token));
        page().context().setOffline(false);
        page().waitForSelector("#said.fail");
        assertTrue(page().textContent("#log").contains("✕ 冲突"));
        picture("counter-offline-conflict");
    }

    private void refuses() {
        goOffline();
        openCase("spjy");
        var token = token();
        int dot = token.lastIndexOf('.');
        var other = token.charAt(dot + 1) == 'A' ? 'B' : 'A';
        judged(token.substring(0, dot + 1) + other + token.substring(dot + 2), "核验不通过", "不是本系统签发的");
        judged(digits(), "无法核验", "20 位数字要联网");
        judged("eyJhbGciOiJub25lIn0.e30.AA", "核验不通过", "不是亮证的二维码");
        page().fill("#presented", "286515617239234567");
        page().click("#scan button.main");
        page().waitForSelector("#said.unsure");
        assertEquals("", page().inputValue("#presented"));
        page().evaluate("now => { Date.now = () => now }", System.currentTimeMillis() + 61_000.0);
        judged(token, "核验不通过", "已经过了 60 秒");
        page().context().setOffline(false);
    }

    private void sensitive() {
        goOffline();
        page().evaluate(
                        """
                async () => {
                  const { keep, kept } = await import('/assets/offline/store.js');
                  const registry = await kept('registry');
                  registry.types.forEach(type => { type.needsNetwork = true; });
                  await keep('registry', registry);
                }""");
        page().reload();
        openCase("spjy");
        judged(token(), "无法核验", "必须联网核验");
        page().context().setOffline(false);
        page().evaluate("async () => (await import('/assets/offline/store.js')).forget('registry')");
    }

    private void readable() {
        for (var visitor : LookedAt.visitors()) {
            visitor.wantedBy(page().context(), server.getURL());
            goOffline();
            visitor.check(page(), "counter-offline");
            openCase("spjy");
            window.scanner().scan(token());
            page().waitForSelector("#told .verdict.pass");
            visitor.check(page(), "counter-offline-accepted");
            page().context().setOffline(false);
            page().waitForSelector("#said.pass");
            visitor.check(page(), "counter-offline-reported");
        }
        new LookedAt(Language.CHINESE, "normal").wantedBy(page().context(), server.getURL());
    }

    private void stale() {
        goOffline();
        var day = 24 * 3_600_000;
        page().addInitScript("const real = Date.now; Date.now = () => real() + Number(sessionStorage.ahead ?? 0);");
        page().evaluate("ahead => { sessionStorage.ahead = ahead }", day - 60_000);
        page().reload();
        page().waitForSelector("#working:not([hidden])");
        page().evaluate("ahead => { sessionStorage.ahead = ahead }", day + 1000);
        page().reload();
        page().waitForSelector("#stopped:has-text('太久没有更新')");
        picture("counter-offline-stale");
        page().evaluate("() => { sessionStorage.ahead = -3_600_000 }");
        page().reload();
        page().waitForSelector("#stopped:has-text('时钟')");
        page().evaluate("() => { sessionStorage.ahead = 0 }");
        page().context().setOffline(false);
    }

    private void wrongClock(Chromium chromium) {
        var context = chromium.person(server.getURL(), 1366, 768);
        context.addInitScript("const real = Date.now; Date.now = () => real() + 5600;");
        var other = new ClerksWindow(context).page();
        other.waitForSelector("[data-offline-ready=clock]");
        context.setOffline(true);
        other.navigate("/counter");
        other.waitForSelector("#stopped:has-text('相差超过 5 秒')");
        context.close();
    }

    private void locked() {
        page().navigate("/counter");
        ready(page());
        page().waitForResponse("**/counter/lock", () -> page().click("form[data-lock] button"));
        page().context().setOffline(true);
        page().navigate("/counter");
        page().waitForSelector("#stopped:has-text('锁定')");
        page().context().setOffline(false);
        page().navigate("/counter");
        page().fill("[type=password]", Town.PASSWORD);
        page().keyboard().press("Enter");
        page().waitForSelector("#q");
    }

    private void signedOut() {
        page().navigate("/counter/sign-out");
        page().waitForSelector("form[action='/counter/sign-out'] button");
        page().click("main form[action='/counter/sign-out'] button");
        page().waitForSelector("#account");
        page().context().setOffline(true);
        page().navigate("/counter");
        page().waitForSelector("#stopped:has-text('没有在联网时登录')");
        page().context().setOffline(false);
    }

    /** Once all is kept that is needed, the line is cut, and the clerk begins a new case. */
    private void goOffline() {
        page().context().setOffline(false);
        page().navigate("/counter");
        ready(page());
        page().context().setOffline(true);
        page().navigate("/counter");
        page().waitForSelector("#working:not([hidden]), #stopped:not([hidden])");
    }

    /** All is kept that is needed. */
    private static void ready(Page page) {
        page.waitForSelector("[data-offline-ready=yes]");
    }

    private void openCase(String search) {
        page().waitForSelector("#working:not([hidden])");
        page().locator("#q").pressSequentially(search);
        page().waitForSelector("#found a");
        page().keyboard().press("Enter");
        page().waitForSelector("#caseNumber:focus");
        page().keyboard().insertText(CASE);
    }

    private void judged(String presented, String verdict, String reason) {
        page().fill("#presented", presented);
        page().click("#scan button.main");
        page().waitForSelector("#told p:has-text('" + reason + "')");
        assertEquals(verdict, window.verdict());
    }

    private boolean redeemedElsewhere(String token) {
        var occasion = new Occasion(
                new Requester.Clerk(Town.CLERK, SmallRegistry.CITY_HALL),
                SmallRegistry.SHOP,
                new CaseNumber("elsewhere"),
                new Purpose("elsewhere"));
        var result = log.append(redeem.redeem(occasion, new Presented.Token(token), Optional.empty()));
        return result instanceof ShowResult.Judged(var answer, var receipt) && answer.reason() == null;
    }

    private String token() {
        return issued().token().text();
    }

    private String digits() {
        return issued().code().digits();
    }

    private IssueResult.Issued issued() {
        var licence = own.of(Town.CITIZEN).stream()
                .filter(l -> l.typeCode().equals(SmallRegistry.FOOD.value()))
                .findFirst()
                .orElseThrow();
        return (IssueResult.Issued)
                issue.issue(Town.CITIZEN, LicenceIdentifier.parse(licence.identifier()), Optional.empty(), null);
    }

    private void picture(String name) {
        page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    private Page page() {
        return window.page();
    }
}
