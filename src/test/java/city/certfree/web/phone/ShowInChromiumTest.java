package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.Occasion;
import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.channel.show.Presented;
import city.certfree.channel.show.RedeemShow;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestDemoGate;
import city.certfree.fixture.Town;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.Purpose;
import city.certfree.registry.Registry;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A licence held out on a phone whose own clock is driven by the test. */
@MicronautTest(transactional = false)
@Property(name = TestDemoGate.PROPERTY, value = "true")
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class ShowInChromiumTest implements OnH2 {
    private static final String SHOWS = "**/phone/shows";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    RedeemShow redeem;

    @Inject
    AccessLog log;

    private Page page;

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
            page = chromium.person(server.getURL(), 390, 844).newPage();
            page.clock().install();
            page.navigate("/phone");
            page.fill("[name=holderCode]", Town.CITIZEN.value());
            page.click("form[action='/phone/sign-in'] button");
            return Stream.of(
                            dynamicTest("theTimeIsTheServersAndNotThePhones", this::timeOfTheServer),
                            dynamicTest("isCoveredWhileNobodyLooks", this::covered),
                            dynamicTest("isRenewedBeforeItEnds", this::renewed),
                            dynamicTest("isBlankOnceItHasEnded", this::blank),
                            dynamicTest("saysWhenACounterHasAcceptedIt", this::accepted))
                    .onClose(chromium::close);
        });
    }

    private void show() {
        page.navigate("/phone");
        page.click("form[action='/phone/shows'] button");
        page.waitForSelector("[data-renews]:not([hidden])");
    }

    private void timeOfTheServer() {
        show();
        page.evaluate("document.querySelector('#code').dataset.now = Date.UTC(2026, 10, 26, 23, 59, 50)");
        page.clock().runFor(20_000);
        assertTrue(page.textContent("[data-clock]").startsWith("2026-11-27 08:00:"), page.textContent("[data-clock]"));
    }

    private void covered() {
        show();
        hide(true);
        assertFalse(secret().isVisible());
        assertTrue(page.locator(".cover").isVisible());
        hide(false);
        assertTrue(secret().isVisible());
    }

    private void hide(boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }

    private void renewed() {
        show();
        var first = digits();
        page.waitForResponse(SHOWS, () -> page.clock().fastForward(52_000));
        page.waitForFunction("first => !document.querySelector('.digits').textContent.includes(first)", first);
        assertTrue(secret().isVisible());
    }

    /** As when the network is gone: the new code does not come. */
    private void blank() {
        show();
        page.route(SHOWS, Route::abort);
        page.clock().fastForward(61_000);
        page.waitForSelector(".expired");
        page.unroute(SHOWS);
        assertFalse(secret().isVisible());
        assertTrue(page.locator(".over").isVisible());
        assertTrue(page.locator(".renew button").isVisible());
    }

    private void accepted() {
        show();
        log.append(redeem.redeem(occasion(), new Presented.Code(digits()), Optional.empty()));
        page.clock().runFor(2_000);
        page.waitForSelector(".word.pass", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
        assertEquals("窗口已接受", page.textContent(".word.pass"));
        assertTrue(page.textContent("#code").contains("市政务服务中心"));
    }

    private Locator secret() {
        return page.locator(".secret");
    }

    private String digits() {
        return page.textContent(".digits").replaceAll("[^0-9 ]", "").strip();
    }

    private static Occasion occasion() {
        return new Occasion(
                new Requester.Clerk(Town.CLERK, SmallRegistry.CITY_HALL),
                SmallRegistry.SHOP,
                new CaseNumber("2026-0418"),
                new Purpose("办理食品经营许可变更"));
    }
}
