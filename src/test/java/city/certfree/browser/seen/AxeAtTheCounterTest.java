package city.certfree.browser.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.DemoGate;
import city.certfree.fixture.Axe;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.EnglishOnly;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LargeType;
import city.certfree.fixture.LookedAt;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page of the counter in both languages and sizes: axe finds nothing, an English page says nothing in Chinese, large type
 * keeps the rule's numbers, and nothing is wider than the screen; and pictures of it.
 */
@MicronautTest(transactional = false)
class AxeAtTheCounterTest implements OnH2 {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

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
            return LookedAt.visitors().stream()
                    .flatMap(visitor -> walk(chromium, visitor.language(), visitor.size()))
                    .onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> walk(Chromium chromium, Language language, String size) {
        var clerk = chromium.person(server.getURL(), WIDTH, HEIGHT);
        clerk.addCookies(List.of(
                new Cookie("certfree_size", size).setUrl(server.getURL().toString()),
                new Cookie("certfree_language", language.tag())
                        .setUrl(server.getURL().toString())));
        var day = new ClerksDay(clerk);
        return day.steps().entrySet().stream().map(step -> {
            var name = "counter-%s-%s-%s".formatted(step.getKey(), language.tag(), size);
            return dynamicTest(name, () -> {
                step.getValue().run();
                day.page().waitForLoadState();
                shoot(day.page(), name);
                check(day.page(), language, size);
            });
        });
    }

    /** At the usual size, at a larger one; and of a slip what comes out of the printer. */
    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
        page.setViewportSize(1920, 1080);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + "-1920.png")));
        page.setViewportSize(WIDTH, HEIGHT);
        if (page.isVisible("[data-counted] .slip")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.locator(".slip")
                    .screenshot(new Locator.ScreenshotOptions().setPath(SCREENS.resolve(name + "-80mm.png")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private static void check(Page page, Language language, String size) {
        assertEquals(language.tag(), page.evaluate("document.documentElement.lang"));
        assertEquals(WIDTH, page.evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), Axe.violations(page));
        if (language == Language.ENGLISH) {
            assertEquals(List.of(), EnglishOnly.leftOn(page));
        }
        if (size.equals("large")) {
            assertEquals(List.of(), LargeType.faultsOn(page));
        }
    }
}
