package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Searching while one types: in Chinese, pinyin or its initials, with an input method, and over a network that mixes answers up. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class SearchAsYouTypeTest implements OnH2 {
    /** Longer than the page waits after a key. */
    private static final int PAUSE = 1000;

    /** Of a typed search, the page's own requests. */
    private final List<String> asked = new ArrayList<>();

    /** The requests that have ended, well or not. */
    private final List<Request> ended = new ArrayList<>();

    @Inject
    EmbeddedServer server;

    private Page page;
    private CDPSession devTools;

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
            page = chromium.person(server.getURL(), 1366, 768).newPage();
            page.clock().install();
            page.onRequest(this::note);
            page.onRequestFinished(ended::add);
            page.onRequestFailed(ended::add);
            devTools = page.context().newCDPSession(page);
            signIn();
            return Stream.of("/registry", "/counter", "/map")
                    .flatMap(path -> Stream.of(
                            dynamicTest("replacesResultsWithoutLoadingThePage " + path, () -> typed(path)),
                            dynamicTest("onlyTheLastAnswerStands " + path, () -> outOfOrder(path)),
                            dynamicTest("nothingIsAskedWhileAnInputMethodComposes " + path, () -> composed(path))))
                    .onClose(chromium::close);
        });
    }

    private void signIn() {
        page.navigate("/counter");
        page.fill("#account", "clerk01");
        page.fill("#password", "Demo-clerk-01");
        page.click(".alone button");
        page.waitForSelector("#q");
    }

    private void note(Request request) {
        if (request.headers().containsKey("hx-request")) {
            asked.add(request.url());
        }
    }

    private void typed(String path) {
        open(path);
        page.evaluate("globalThis.thisPage = true");
        for (var words : searches(path)) {
            page.fill("#q", "");
            page.locator("#q").pressSequentially(words);
            page.clock().runFor(PAUSE);
            awaitFound(path);
            assertEquals(words, page.inputValue("#q"));
            assertTrue(
                    asked.getLast().endsWith("q=" + encoded(words))
                            || asked.getLast().contains("q=" + encoded(words) + "&"),
                    asked::toString);
        }
        assertEquals(true, page.evaluate("globalThis.thisPage"));
        assertEquals("q", page.evaluate("document.activeElement.id"));
    }

    /** The first answer is held back until the second has long been shown. */
    private void outOfOrder(String path) {
        open(path);
        var held = new ArrayList<Route>();
        page.route("**" + path + "?*", route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        page.locator("#q").pressSequentially("zzzz");
        page.clock().runFor(PAUSE);
        page.waitForCondition(() -> !held.isEmpty());
        page.fill("#q", searches(path).getFirst());
        page.waitForResponse("**" + path + "?*q=" + searches(path).getFirst() + "*", () -> page.clock()
                .runFor(PAUSE));
        awaitFound(path);
        var late = held.getFirst();
        if (!ended.contains(late.request())) {
            late.resume();
            page.waitForCondition(() -> ended.contains(late.request()));
        }
        page.clock().runFor(PAUSE);
        assertTrue(found(path), "the late answer has taken the place of the last");
        page.unroute("**" + path + "?*");
    }

    private void composed(String path) {
        open(path);
        page.focus("#q");
        for (var letters : List.of("c", "ch", "chu", "chu's", "chu'sh", "chu'sheng")) {
            compose(letters);
            page.clock().runFor(PAUSE);
        }
        assertEquals("chu'sheng", page.inputValue("#q"));
        assertEquals(List.of(), asked);
        choose(searches(path).getLast());
        page.clock().runFor(PAUSE);
        awaitFound(path);
        assertEquals(1, asked.size(), asked::toString);
    }

    private void open(String path) {
        page.navigate(path);
        page.waitForFunction("() => globalThis.htmx");
        asked.clear();
    }

    /** Initials, pinyin, Chinese: each finds something whose name has the last. */
    private static List<String> searches(String path) {
        return path.equals("/map") ? List.of("tzs", "tengzhou", "滕州") : List.of("csdj", "chusheng", "出生");
    }

    private void awaitFound(String path) {
        page.waitForCondition(() -> found(path));
    }

    /** Whether something that was searched for is listed. */
    private boolean found(String path) {
        return page.locator(".picks b, #results tbody a, .offices li").allTextContents().stream()
                .anyMatch(row -> row.contains(searches(path).getLast()));
    }

    private void compose(String letters) {
        var composition = new JsonObject();
        composition.addProperty("text", letters);
        composition.addProperty("selectionStart", letters.length());
        composition.addProperty("selectionEnd", letters.length());
        devTools.send("Input.imeSetComposition", composition);
    }

    private void choose(String words) {
        var text = new JsonObject();
        text.addProperty("text", words);
        devTools.send("Input.insertText", text);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
