package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.registry.Registry;
import com.microsoft.playwright.Page;
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

/** Another language or size in the middle of a case: the case goes on, with all that was typed, and nothing is done twice. */
@MicronautTest(transactional = false)
class SwitchInACaseTest implements OnH2 {
    private static final String LANGUAGE = ".switches [name=language]";
    private static final String SIZE = ".switches [name=size]";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

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
        return Installed.with(
                "Chromium",
                Chromium.installed(),
                program -> Stream.of(
                        dynamicTest("theCaseGoesOn", () -> goesOn(program)),
                        dynamicTest("withoutAScriptACaseHasNoSwitch", () -> withoutScript(program))));
    }

    private void goesOn(Path program) {
        try (var chromium = Chromium.start(program)) {
            var window = new ClerksWindow(chromium.person(server.getURL(), 1366, 768));
            var page = window.page();
            window.openCase(SmallRegistry.BIRTH);
            page.fill("#code", Town.CITIZEN.value());
            page.fill("#name", Town.CITIZEN_NAME);
            page.click(LANGUAGE);
            page.waitForSelector("html[lang=en] .keys");
            assertEquals(Town.CITIZEN_NAME, page.inputValue("#name"));
            assertEquals("language", page.evaluate("document.activeElement.name"));
            page.click(".question .button.main");
            assertEquals("Passed", window.verdict());

            var record = record(page);
            page.click(LANGUAGE);
            page.waitForSelector("html[lang=zh-CN] .verdict");
            assertEquals("核验通过", window.verdict());
            page.click(SIZE);
            page.waitForSelector("html.large .verdict");
            assertEquals(record, record(page));
            page.reload();
            assertEquals("核验通过", window.verdict());
            assertEquals(record, record(page));
            assertEquals(List.of(), window.complaints());
        }
    }

    private void withoutScript(Path program) {
        try (var chromium = Chromium.start(program)) {
            var page = chromium.personWithoutScripts(server.getURL(), 1366, 768).newPage();
            page.navigate("/counter");
            signIn(page, "wrong");
            page.click(LANGUAGE);
            assertTrue(page.url().endsWith("/counter"), page.url());
            signIn(page, Town.PASSWORD);
            page.navigate("/counter?item=" + SmallRegistry.BIRTH.value());
            assertTrue(page.isVisible(LANGUAGE));
            page.fill("#caseNumber", "2026-0417");
            page.click(".opening form .button.main");
            assertTrue(page.isVisible(".work"));
            assertFalse(page.isVisible(LANGUAGE));
        }
    }

    private static void signIn(Page page, String password) {
        page.fill("#account", Town.CLERK);
        page.fill("#password", password);
        page.click(".alone button");
    }

    private static String record(Page page) {
        return page.getAttribute("[data-told]", "data-told");
    }
}
