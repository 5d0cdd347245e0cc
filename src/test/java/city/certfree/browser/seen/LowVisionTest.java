package city.certfree.browser.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import city.certfree.web.phone.PhoneWalk;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page four times and twice enlarged, for people who asked for no motion: nothing is cut off, nothing moves. */
@MicronautTest(transactional = false)
class LowVisionTest implements OnH2 {
    /** A screen of 1280 pixels at 400 %, which is a phone of 640 at 200 %; and a counter's of 1366 by 768 at 200 %. */
    private static final int[][] ENLARGED = {{683, 384}, {320, 640}};

    private static final List<String> PUBLIC = List.of(
            "/",
            "/registry",
            "/registry?q=nosuchitem",
            "/registry/items/" + UseRequest.BIRTH_REGISTRATION,
            "/registry/licence-types/" + UseRequest.MARRIAGE,
            "/map",
            "/map?view=list",
            "/map?q=nothing-like-it",
            "/problems/not-found",
            "/nothing-here",
            "/sign-in");

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
            var stranger = person(chromium).newPage();
            var phone = new PhoneWalk(person(chromium));
            var counter = new CounterWalk(person(chromium), person(chromium));
            return Stream.of(
                            tests("", stranger, openPages(stranger)),
                            tests("phone-", phone.page(), phone.steps()),
                            tests("phone-", phone.page(), complaints(phone.page())),
                            tests("counter-", counter.page(), counter.steps()))
                    .flatMap(tests -> tests)
                    .onClose(chromium::close);
        });
    }

    private BrowserContext person(Chromium chromium) {
        return chromium.person(server.getURL(), 320, 640);
    }

    private static Map<String, Runnable> openPages(Page page) {
        var steps = new LinkedHashMap<String, Runnable>();
        PUBLIC.forEach(path -> steps.put(path, () -> {
            page.navigate(path);
            if (path.startsWith("/map") && !path.contains("view=list")) {
                page.waitForSelector("#map[data-drawn]");
            }
        }));
        return steps;
    }

    private static Map<String, Runnable> complaints(Page page) {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("complaint", () -> page.navigate("/phone/complaints/new?q=csdj"));
        steps.put(
                "complaint-paper", () -> page.navigate("/phone/complaints/new?item=" + UseRequest.BIRTH_REGISTRATION));
        steps.put("complaint-told", () -> {
            page.fill("#text", "窗口要了结婚证复印件。");
            page.click("form[action='/phone/complaints'] .button.main");
        });
        steps.put("complaints", () -> page.navigate("/phone/complaints"));
        return steps;
    }

    private static Stream<DynamicTest> tests(String whose, Page page, Map<String, Runnable> steps) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return steps.entrySet().stream()
                .map(step -> dynamicTest(whose + step.getKey(), () -> {
                    step.getValue().run();
                    page.waitForLoadState();
                    for (int[] size : ENLARGED) {
                        page.setViewportSize(size[0], size[1]);
                        assertEquals(List.of(), page.evaluate(script()), () -> "at " + size[0]);
                    }
                }));
    }

    private static String script() {
        try {
            return Files.readString(Path.of("src", "test", "resources", "pages", "low-vision.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
