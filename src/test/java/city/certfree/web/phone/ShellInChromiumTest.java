package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is installed on a phone, what it does without a network, and how much it loads before the first code. */
@MicronautTest(transactional = false)
class ShellInChromiumTest implements OnH2 {
    private static final Path REPORT = Path.of("target", "phone-weight.txt");

    /** A show with the picture of a whole token, which is the heaviest. */
    private static final String SHOW = ".card:has(a[href*='11370400XN0011213W006']) form button";

    private static final int BYTES_BEFORE_THE_CODE = 20 * 1024;
    private static final int BYTES_IN_ALL = 60 * 1024;

    /** Bytes in a second on a line of 400 kbit/s. */
    private static final int THROUGHPUT = 400_000 / 8;

    private static final int LATENCY_MILLIS = 150;
    private static final int SLOWER = 4;

    /** What came over the line for this page: the page and the styles before its first paint, and everything. */
    private static final String WEIGHT =
            """
            () => {
              const page = performance.getEntriesByType("navigation")[0];
              const files = performance.getEntriesByType("resource");
              const sum = (entries) => entries.reduce((bytes, entry) => bytes + entry.transferSize, page.transferSize);
              const paint = performance.getEntriesByName("first-contentful-paint")[0];
              return [sum(files.filter((file) => file.name.endsWith(".css"))), sum(files), Math.round(paint.startTime),
                files.filter((file) => !file.name.startsWith(location.origin)).length];
            }
            """;

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
            return Stream.of(
                            dynamicTest("canBeInstalled", () -> installable(person(chromium))),
                            dynamicTest("saysCalmlyThatThereIsNoNetwork", () -> offline(person(chromium))),
                            dynamicTest("keepsToItsBudgetOfBytes", () -> weight(person(chromium))))
                    .onClose(chromium::close);
        });
    }

    private BrowserContext person(Chromium chromium) {
        return chromium.person(server.getURL(), 360, 740);
    }

    private static void installable(BrowserContext person) {
        var page = signedIn(person);
        page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        var answers = page.evaluate(
                """
                async () => {
                  const manifest = await (await fetch(document.querySelector("link[rel=manifest]").href)).json();
                  const places = [manifest.start_url, ...manifest.icons.map((icon) => icon.src)];
                  return Promise.all(places.map(async (place) => (await fetch(place)).status));
                }
                """);
        assertEquals(List.of(200, 200, 200, 200), answers);
    }

    private static void offline(BrowserContext person) {
        var page = signedIn(person);
        page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        page.navigate("/phone");
        page.navigate("/phone/uses");
        var kept = (List<?>)
                page.evaluate(
                        """
                async () => {
                  const shells = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
                  return shells.flat().map((request) => new URL(request.url).pathname);
                }
                """);
        assertTrue(kept.stream().allMatch(path -> path.toString().startsWith("/assets/")), kept.toString());
        person.setOffline(true);
        page.navigate("/phone");
        assertEquals("没有网络", page.textContent("h1"));
        person.setOffline(false);
        page.click("a.button.main");
        assertEquals("我的证照", page.textContent("h1"));
    }

    /** Times depend on the machine: they are written down, not asserted. */
    private static void weight(BrowserContext person) throws IOException {
        person.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
        var page = signedIn(person);
        var devTools = person.newCDPSession(page);
        slowDown(devTools);
        devTools.send("Network.clearBrowserCache");
        var cold = measured(page);
        page.goBack();
        var warm = measured(page);
        var report =
                "first code on 400 kbit/s, %d ms latency, processor %d times slower%n".formatted(LATENCY_MILLIS, SLOWER)
                        + "cold: %d bytes before it, %d in all, painted after %d ms%n"
                                .formatted(cold.get(0), cold.get(1), cold.get(2))
                        + "warm: %d bytes before it, %d in all, painted after %d ms%n"
                                .formatted(warm.get(0), warm.get(1), warm.get(2));
        Files.writeString(REPORT, report);
        assertTrue(cold.get(0) <= BYTES_BEFORE_THE_CODE, report);
        assertTrue(cold.get(1) <= BYTES_IN_ALL, report);
        assertEquals(0, cold.get(3));
    }

    private static List<Integer> measured(Page page) {
        page.click(SHOW);
        page.waitForSelector("[data-renews]:not([hidden])");
        page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
        return ((List<?>) page.evaluate(WEIGHT))
                .stream().map(number -> ((Number) number).intValue()).toList();
    }

    private static void slowDown(CDPSession devTools) {
        devTools.send("Network.enable");
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MILLIS);
        line.addProperty("downloadThroughput", THROUGHPUT);
        line.addProperty("uploadThroughput", THROUGHPUT);
        devTools.send("Network.emulateNetworkConditions", line);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        devTools.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static Page signedIn(BrowserContext person) {
        var page = person.newPage();
        page.navigate("/phone");
        page.fill("[name=holderCode]", Caller.WANG);
        page.click("form[action='/phone/sign-in'] button");
        page.waitForSelector(SHOW);
        return page;
    }
}
