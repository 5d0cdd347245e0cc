package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.fixture.TownsPhone;
import city.certfree.registry.Registry;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A whole day at the counter without a mouse, from signing in to signing out: after each key the clerk sees where the focus is. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the window is opened where there is a browser
class KeyboardWalkTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    TownsPhone phone;

    private Keyboard clerk;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @BeforeAll
    void settle() {
        town.settle();
    }

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            clerk = new Keyboard(chromium.person(server.getURL(), 1366, 768).newPage());
            return Stream.of(
                            dynamicTest("signsIn", this::signIn),
                            dynamicTest("readsTheHelp", this::help),
                            dynamicTest("findsTheItem", this::find),
                            dynamicTest("opensACase", this::open),
                            dynamicTest("takesThePhonesDigitsWhereverTheyAreTyped", this::digits),
                            dynamicTest("verifies", this::verify),
                            dynamicTest("printsASlip", this::slip),
                            dynamicTest("printsTheSummary", this::summary),
                            dynamicTest("looksIntoTheShiftAndComesBack", this::shift),
                            dynamicTest("locksAndUnlocks", this::lock),
                            dynamicTest("looksUpAndUnmasks", this::lookUp),
                            dynamicTest("shares", this::share),
                            dynamicTest("signsOut", this::signOut))
                    .onClose(chromium::close);
        });
    }

    private void signIn() {
        page().navigate("/counter");
        clerk.look();
        clerk.type(Town.CLERK);
        clerk.press("Tab", "#password");
        clerk.type(Town.PASSWORD);
        clerk.press("Tab", "#window");
        clerk.type("12");
        clerk.press("Enter", "#q");
        ready();
    }

    private void help() {
        clerk.press("F1", "#help [data-close]");
        clerk.press("Escape", "#q");
    }

    private void find() {
        clerk.type("食品");
        clerk.press("Enter", "#found .picks a");
        clerk.press("ArrowUp", "#q");
        clerk.press("ArrowDown", "#found .picks li:first-child a");
        letGo();
        clerk.press("Enter", "#caseNumber");
        ready();
    }

    private void open() {
        clerk.tabTo("[name=generate]");
        clerk.press("Enter", "[data-begin]");
        letGo();
        clerk.press("Enter", "#presented");
        assertTrue(page().url().endsWith("/counter/case"));
    }

    /** Twenty digits are no holder's number, and the clerk need not know where they belong. */
    private void digits() {
        clerk.press("Alt+2", "#code");
        clerk.type(phone.digits());
        clerk.press("Enter", ".acts .button");
        assertEquals("核验通过", verdict());
        assertTrue(page().isVisible(".materials li:first-child .tag.pass"));
    }

    private void verify() {
        clerk.press("Alt+2", "#code");
        clerk.type(Town.CITIZEN.value());
        clerk.tabTo("#name");
        clerk.type(Town.CITIZEN_NAME);
        clerk.tabTo("#certificateNumber");
        clerk.type(Town.MARRIAGE_NUMBER);
        clerk.press("Enter", ".acts .button");
        assertEquals("核验通过", verdict());
    }

    private void slip() {
        var slip = new Keyboard(page().waitForPopup(() -> page().keyboard().press("F6")));
        slip.page().waitForSelector(".slip-side .button.main:focus");
        slip.look();
        slip.press("Enter", "[data-back]");
        assertTrue(slip.page().isVisible("[data-prints]"));
        closing(slip);
        page().waitForCondition(slip.page()::isClosed);
        page().bringToFront();
        clerk.look();
        assertEquals("核验通过", verdict());
    }

    private static void closing(Keyboard slip) {
        try {
            slip.page().keyboard().press("Enter");
        } catch (PlaywrightException beforeTheKeyWasUp) {
            assertTrue(slip.page().isClosed());
        }
    }

    private void summary() {
        clerk.press("F8", "[data-print]");
        clerk.press("Escape", ".acts .button");
    }

    private void shift() {
        var record = record();
        clerk.press("F9", ".tones a");
        clerk.tabTo("a[href^='/counter/slips/']");
        clerk.press("Escape", ".acts .button");
        assertEquals(record, record());
    }

    private void lock() {
        var record = record();
        clerk.tabTo("[data-lock] button");
        clerk.press("Enter", "#lock-password");
        clerk.type(Town.PASSWORD);
        letGo();
        page().keyboard().press("Enter");
        page().waitForSelector(
                        "dialog.lock", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        clerk.look();
        assertEquals(record, record());
    }

    private void lookUp() {
        begin("房屋", "#code");
        ask();
        assertEquals("核验通过", verdict());
        clerk.press("F4", "#reason");
        clerk.type("核对共有人");
        letGo();
        page().keyboard().press("Enter");
        page().waitForSelector(".verdict:has-text('遮盖的内容已显示')");
        clerk.look();
    }

    private void share() {
        begin("出生", "#code");
        ask();
        assertEquals("核验通过", verdict());
    }

    private void signOut() {
        clerk.tabTo("[href='/counter/sign-out']");
        clerk.press("Enter", "form[action='/counter/sign-out'] button");
        letGo();
        clerk.press("Enter", "#account");
    }

    private void begin(String words, String comesTo) {
        clerk.press("F2", "#q");
        ready();
        clerk.type(words);
        clerk.press("Enter", "#found .picks a");
        letGo();
        clerk.press("Enter", "#caseNumber");
        ready();
        clerk.type("2026-0419");
        letGo();
        clerk.press("Enter", comesTo);
    }

    private void ask() {
        clerk.type(Town.CITIZEN.value());
        clerk.tabTo("#name");
        clerk.type(Town.CITIZEN_NAME);
        clerk.press("Enter", ".acts .button");
    }

    /** A key between two Enters: without one the second is taken for a finger that has not let go. */
    private void letGo() {
        page().keyboard().press("Shift");
    }

    private void ready() {
        page().waitForSelector("[data-key=F1]");
    }

    private String verdict() {
        return page().textContent(".verdict h2");
    }

    private String record() {
        return page().textContent(".acts .push .number");
    }

    private Page page() {
        return clerk.page();
    }
}
