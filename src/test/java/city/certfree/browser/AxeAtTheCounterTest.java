package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of the counter at its usual size: axe finds nothing, nothing is wider than the screen; and a picture of it. */
@MicronautTest(transactional = false)
class AxeAtTheCounterTest implements OnH2 {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnH2.super.getProperties());
        properties.put("certfree.demo.load", "true");
        properties.put("certfree.demo.persons", "20");
        return properties;
    }

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            var phone = chromium.person(server.getURL(), 390, 844).newPage();
            var counter = chromium.person(server.getURL(), WIDTH, HEIGHT).newPage();
            return steps(counter, phone).entrySet().stream()
                    .map(step -> dynamicTest(step.getKey(), () -> {
                        step.getValue().run();
                        check(counter, "counter-" + step.getKey());
                    }))
                    .onClose(chromium::close);
        });
    }

    /** A morning of a clerk's. */
    private static Map<String, Runnable> steps(Page counter, Page phone) {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("sign-in", () -> counter.navigate("/counter"));
        steps.put("sign-in-refused", () -> signIn(counter, "wrong"));
        steps.put("start", () -> signIn(counter, "Demo-clerk-01"));
        steps.put("found", () -> counter.navigate("/counter?q=spjyxk"));
        steps.put("opening", () -> counter.navigate("/counter?item=" + UseRequest.FOOD_LICENCE_RENEWAL));
        steps.put("work", () -> {
            counter.fill("#caseNumber", "2026-1126-00417");
            counter.click(".opening form .button.main");
            counter.waitForSelector(".work");
        });
        var heldOut = new StringBuilder();
        steps.put("passed", () -> {
            heldOut.append(shown(phone));
            present(counter, heldOut.toString(), "pass");
        });
        steps.put("refused", () -> present(counter, heldOut.toString(), "fail"));
        steps.put("shift", () -> counter.navigate("/counter/shift"));
        return steps;
    }

    private static void signIn(Page counter, String password) {
        counter.fill("#account", "clerk01");
        counter.fill("#password", password);
        counter.click(".alone button");
        counter.waitForLoadState();
    }

    private static void present(Page counter, String digits, String verdict) {
        counter.fill("#presented", digits);
        counter.press("#presented", "Enter");
        counter.waitForSelector(".verdict." + verdict);
    }

    /** The digits that Wang Xiaoming holds out. */
    private static String shown(Page phone) {
        phone.navigate("/phone");
        phone.fill("[name=holderCode]", Caller.WANG);
        phone.click("form[action='/phone/sign-in'] button");
        phone.click(".card a[href*='11370400XN0011213W006']");
        phone.click("form[action='/phone/shows'] button.main");
        return phone.waitForSelector(".digits").textContent().replaceAll("[^0-9]", "");
    }

    private static void check(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertEquals(List.of(), found);
        assertEquals(WIDTH, page.evaluate("document.documentElement.scrollWidth"));
    }
}
