package city.certfree.browser.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.browser.ClerksWindow;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.OfficeCode;
import city.certfree.registry.Registry;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The counter for somebody who sees no colours: verdicts, tags and checks are told by word and shape, and can be read. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the windows are opened where there is a browser
class GreyscaleTest implements OnH2 {
    private static final String VILLAGE_CLERK = "clerk-of-village";

    /** An office that nobody has granted anything. */
    private static final OfficeCode VILLAGE = new OfficeCode("37040240001");

    private static final String SIGNALS =
            ".verdict h2, .verdict p, .tag, .checks li, .notice:not([hidden]), .steps li, .keys > *";

    /** For text (WCAG 2.2, 1.4.3). */
    private static final double READABLE = 4.5;

    /** For what is no text (1.4.11). */
    private static final double VISIBLE = 3;

    /** Of a shape's pixels, how many are not as in another's. */
    private static final double UNLIKE = 0.1;

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AddAccount accounts;

    /** The verdicts' shapes, by their words. */
    private final Map<String, GreyPicture> shapes = new LinkedHashMap<>();

    private ClerksWindow window;
    private ClerksWindow ungranted;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @BeforeAll
    void settle() {
        town.settle();
        accounts.add(new NewAccount(VILLAGE_CLERK, Role.CLERK, VILLAGE, new NewPassword(Town.PASSWORD), false));
    }

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            window = new ClerksWindow(chromium.person(server.getURL(), 1366, 768));
            ungranted = new ClerksWindow(chromium.person(server.getURL(), 1366, 768), VILLAGE_CLERK);
            withoutColours(window.page());
            withoutColours(ungranted.page());
            return Stream.of(
                            dynamicTest("passed", () -> told(window, Town.CITIZEN_NAME, "pass")),
                            dynamicTest("failed", () -> told(window, "王大明", "fail")),
                            dynamicTest("unsure", () -> told(ungranted, Town.CITIZEN_NAME, "unsure")),
                            dynamicTest("eachVerdictHasAWordAndAShapeOfItsOwn", this::unlike),
                            dynamicTest("checksAreToldBySignsAndWords", this::checks))
                    .onClose(chromium::close);
        });
    }

    private static void withoutColours(Page page) {
        var deficiency = new JsonObject();
        deficiency.addProperty("type", "achromatopsia");
        page.context().newCDPSession(page).send("Emulation.setEmulatedVisionDeficiency", deficiency);
    }

    private void told(ClerksWindow clerk, String name, String tone) {
        var page = clerk.page();
        clerk.openCase(SmallRegistry.BIRTH);
        page.fill("#code", Town.CITIZEN.value());
        page.fill("#name", name);
        page.click("form.question .button.main");
        page.waitForSelector(".verdict." + tone);
        var picture = readable(page, "grey-" + tone);
        var shape = picture.of(page.locator(".verdict .shape"));
        assertTrue(shape.contrast() >= VISIBLE, () -> "its shape: " + shape.contrast());
        shapes.put(page.textContent(".verdict h2").strip(), shape);
        var tag = page.textContent(".materials [aria-current] .tag").strip();
        assertTrue(tag.matches("[✓✕！].+"), tag);
    }

    private void unlike() {
        assertEquals(3, shapes.size());
        for (var one : shapes.entrySet()) {
            assertTrue(!one.getKey().isBlank());
            for (var other : shapes.entrySet()) {
                double unlike = one.getValue().unlike(other.getValue());
                assertTrue(
                        one == other || unlike >= UNLIKE,
                        () -> one.getKey() + " is " + unlike + " unlike " + other.getKey());
            }
        }
    }

    /** One claim that is so, and one that is not. */
    private void checks() {
        var page = window.page();
        window.openCase(SmallRegistry.SHOP);
        page.locator(".materials button").last().click();
        page.fill("#certificateNumber", Town.MARRIAGE_NUMBER);
        page.fill("#code", Town.CITIZEN.value());
        page.fill("#name", Town.CITIZEN_NAME);
        page.fill("[id='claim.spouseName']", "李小蓝");
        page.click("form.question .button.main");
        page.waitForSelector(".checks .fail");
        readable(page, "grey-checks");
        assertEquals("✓", page.locator(".checks .pass b").first().textContent());
        assertEquals("✕", page.locator(".checks .fail b").first().textContent());
        var words = new HashSet<>(page.locator(".checks .unseen").allTextContents());
        assertEquals(2, words.size(), words::toString);
    }

    /** The page as it looks, on which everything that signals can be read. */
    private static GreyPicture readable(Page page, String name) {
        page.mouse().move(0, 0);
        var picture = GreyPicture.of(page, name);
        assertTrue(picture.isGrey());
        var signals = page.locator(SIGNALS).all();
        assertTrue(signals.size() > 5);
        for (var signal : signals) {
            if (signal.isVisible() && !signal.textContent().isBlank()) {
                double contrast = picture.of(signal).contrast();
                boolean off = "true".equals(signal.getAttribute("aria-disabled"));
                assertTrue(off || contrast >= READABLE, () -> signal.textContent() + ": " + contrast);
            }
        }
        return picture;
    }
}
