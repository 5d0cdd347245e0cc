package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.DemoGate;
import city.certfree.audit.AccessLog;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.fixture.TownsPhone;
import city.certfree.registry.Registry;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** However often a clerk presses, scans, reloads or goes back, and whatever the network does: one act, and the truth about it. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the window is opened where there is a browser
class OneActTest implements OnH2 {
    private static final String USES = "**/counter/uses";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AccessLog log;

    @Inject
    TownsPhone phone;

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
    Stream<DynamicTest> q08_inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            window = new ClerksWindow(chromium.personWithoutWorkers(server.getURL(), 1366, 768));
            return Stream.of(
                            dynamicTest("q08_enterTenTimes", this::enterTenTimes),
                            dynamicTest("reloadBackAndForward", this::reloadBackAndForward),
                            dynamicTest("scannedTwice", this::scannedTwice),
                            dynamicTest("everythingByKeyboard", this::byKeyboard),
                            dynamicTest("slowIsSaid", this::slow),
                            dynamicTest("brokenButRecorded", this::brokenButRecorded),
                            dynamicTest("brokenAndNotRecorded", this::brokenAndNotRecorded),
                            dynamicTest("withoutANetworkNothingIsClaimed", this::offline),
                            dynamicTest("nothingWentWrong", () -> assertEquals(List.of(), window.complaints())))
                    .onClose(chromium::close);
        });
    }

    private void enterTenTimes() {
        fillInShare();
        long before = recorded();
        for (int i = 0; i < 10; i++) {
            page().keyboard().press("Enter");
        }
        assertEquals("核验通过", window.verdict());
        for (int i = 0; i < 10; i++) {
            page().keyboard().press("Enter");
        }
        assertEquals("核验通过", window.verdict());
        assertEquals(before + 1, recorded());
    }

    private void reloadBackAndForward() {
        fillInShare();
        long before = recorded();
        page().keyboard().press("Enter");
        window.verdict();
        var record = page().textContent(".acts .number");
        page().reload();
        assertEquals("核验通过", window.verdict());
        assertEquals(record, page().textContent(".acts .number"));
        page().goBack();
        page().waitForSelector("form.question");
        page().goForward();
        assertEquals("核验通过", window.verdict());
        assertEquals(record, page().textContent(".acts .number"));
        assertEquals(before + 1, recorded());
    }

    private void scannedTwice() {
        window.openCase(SmallRegistry.SHOP);
        long before = recorded();
        var digits = phone.digits();
        window.scanner().scan(digits);
        window.scanner().scan(digits);
        assertEquals("核验通过", window.verdict());
        window.scanner().scan(digits);
        assertTrue(window.said().contains("刚刚扫过"), window.said());
        assertEquals("核验通过", window.verdict());
        assertEquals(before + 1, recorded());
        page().fill("#presented", digits);
        page().keyboard().press("Enter");
        page().waitForSelector("text=已经用过一次");
    }

    private void byKeyboard() {
        var keyboard = page().keyboard();
        keyboard.press("F2");
        page().waitForSelector("#q:focus");
        window.ready();
        keyboard.insertText("房屋");
        page().waitForSelector("#found .picks a");
        keyboard.press("ArrowDown");
        keyboard.press("Enter");
        page().waitForSelector("#caseNumber:focus");
        window.ready();
        keyboard.insertText("2026-0418");
        keyboard.press("Enter");
        page().waitForSelector("#code:focus");
        window.ready();
        keyboard.insertText(Town.CITIZEN.value());
        keyboard.press("Tab");
        page().focus("#name");
        keyboard.insertText(Town.CITIZEN_NAME);
        keyboard.press("Enter");
        window.verdict();
        assertTrue(!page().content().contains(Town.SPOUSE));
        keyboard.press("F4");
        assertEquals("reason", page().evaluate("document.activeElement.id"));
        keyboard.insertText("核对共有人");
        keyboard.press("Enter");
        page().waitForSelector("text=" + Town.SPOUSE);
        keyboard.press("F1");
        page().waitForSelector("#help[open]");
        keyboard.press("Escape");
        assertTrue(!page().isVisible("#help"));
        keyboard.press("Escape");
        page().waitForSelector("text=李*红");
    }

    private void slow() {
        fillInShare();
        var held = new ArrayList<Route>();
        page().clock().install();
        page().route(USES, held::add);
        page().keyboard().press("Enter");
        page().waitForCondition(() -> !held.isEmpty());
        page().clock().fastForward(3_000);
        assertTrue(window.said().contains("比平时慢"), window.said());
        page().unroute(USES);
        held.getFirst().resume();
        assertEquals("核验通过", window.verdict());
    }

    private void brokenButRecorded() {
        fillInShare();
        long before = recorded();
        var held = new ArrayList<Route>();
        page().route(USES, route -> {
            held.add(route);
            if (held.size() == 1) {
                route.fetch();
            } else {
                route.resume();
            }
        });
        page().keyboard().press("Enter");
        page().waitForCondition(() -> recorded() == before + 1);
        page().clock().fastForward(10_000);
        assertEquals("核验通过", window.verdict());
        page().waitForSelector("#said:has-text('已经记录')");
        page().unroute(USES);
        assertEquals(before + 1, recorded());
    }

    /** The request comes late, after the page was told that nothing is recorded: then nothing is recorded. */
    private void brokenAndNotRecorded() {
        fillInShare();
        long before = recorded();
        var held = new ArrayList<Route>();
        page().route(USES, held::add);
        page().keyboard().press("Enter");
        page().waitForCondition(() -> !held.isEmpty());
        page().clock().fastForward(10_000);
        page().waitForSelector("#said:has-text('没有记录：')"); // not the «没有记录» of «还不知道有没有记录»
        assertTrue(held.getFirst().fetch().text().contains("已经作废"));
        assertEquals(before, recorded());
        page().unroute(USES);
        page().focus("#name");
        page().keyboard().press("Shift");
        page().keyboard().press("Enter");
        assertEquals("核验通过", window.verdict());
        assertEquals(before + 1, recorded());
    }

    private void offline() {
        fillInShare();
        long before = recorded();
        page().context().setOffline(true);
        page().keyboard().press("Enter");
        page().waitForSelector("#said:has-text('还不知道有没有记录')");
        page().context().setOffline(false);
        page().clock().fastForward(3_000);
        page().waitForSelector("#said:has-text('没有记录：')");
        assertEquals(before, recorded());
    }

    private void fillInShare() {
        window.openCase(SmallRegistry.BIRTH);
        page().fill("#code", Town.CITIZEN.value());
        page().fill("#name", Town.CITIZEN_NAME);
        page().keyboard().press("Shift");
    }

    private long recorded() {
        return log.count(List.of(Town.CITIZEN)) + log.count(List.of(Town.NOODLES));
    }

    private Page page() {
        return window.page();
    }
}
