package city.certfree.browser.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.browser.ClerksWindow;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Figures;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.RandomId;
import city.certfree.registry.Registry;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowTokens;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The counter's camera and the largest code that a phone may show, at arm's length: 2.5 pixels for a module. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class CameraTest implements OnH2 {
    private static final Pattern PRESENTED = Pattern.compile("(?:^|&)presented=([^&]*)");
    private static final double PIXELS_PER_MODULE = 2.5;

    /** Each on a page of its own, as the first of a case. */
    private static final int STARTS = 5;

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    ShowTokens tokens;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    /** What the camera has read. */
    private final List<String> sent = new ArrayList<>();

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
                program -> Stream.of(dynamicTest("theLargestCodeIsReadAtArmsLength", () -> arrivesWhole(program))));
    }

    private void arrivesWhole(Path program) throws IOException {
        var token = longest();
        var picture = new PhoneAtArmsLength(token);
        assertEquals(85, picture.modules());
        var film = CameraFilm.write(picture.seen(PIXELS_PER_MODULE), folder.resolve("far.mjpeg"));
        try (var chromium = Chromium.startWithCamera(program, film)) {
            var person = chromium.person(server.getURL(), 1366, 768);
            person.addInitScript(Path.of("src", "test", "resources", "pages", "camera-start.js"));
            var window = new ClerksWindow(person);
            var starts = new ArrayList<Number>();
            var reads = new ArrayList<Number>();
            for (int i = 1; i <= STARTS; i++) {
                var times = scan(window, i);
                starts.add((Number) times.getFirst());
                reads.add((Number) times.getLast());
                assertEquals(token, sent.getLast());
            }
            System.out.print(Figures.report("camera-start", "From F7 to the camera's first picture", starts));
            System.out.print(Figures.report(
                    "camera-to-code", "From F7 to a code of 85 by 85 modules, each 2.5 pixels wide, as read", reads));
            assertEquals(List.of(), window.complaints());
        }
    }

    /** How long it took from F7 to the camera's first picture, and to the code. */
    private List<?> scan(ClerksWindow window, int count) {
        window.openCase(SmallRegistry.SHOP);
        keepScans(window.page());
        window.page().keyboard().press("F7");
        window.page().waitForCondition(() -> sent.size() >= count);
        return (List<?>) window.page()
                .evaluate("[cameraTimes.playing - cameraTimes.asked, cameraTimes.read - cameraTimes.asked]");
    }

    /** The server is not asked: what counts here is what would reach it. */
    private void keepScans(Page page) {
        var html = page.content();
        page.unroute("**/counter/scans");
        page.route("**/counter/scans", route -> {
            var presented = PRESENTED.matcher(route.request().postData());
            assertTrue(presented.find());
            sent.add(URLDecoder.decode(presented.group(1), StandardCharsets.UTF_8));
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setBody(html));
        });
    }

    /** One of ours, made as long as any may be: the camera does not ask what is in it. */
    private String longest() {
        var fields = List.of(0, 1, 2, 3, 4, 5, 6, 7);
        var claims = new ShowClaims(
                RandomId.next(),
                clock.instant(),
                RandomId.next(),
                SmallRegistry.FOOD,
                "𬭎".repeat(10),
                "TRANSFERRED_OUT",
                SmallRegistry.SHOP,
                null,
                fields);
        var token = tokens.sign(claims).text();
        return token + "A".repeat(ShowTokens.MAX_CHARACTERS - token.length());
    }
}
