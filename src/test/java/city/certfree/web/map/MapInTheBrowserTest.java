package city.certfree.web.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Axe;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SampleRegistry;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The service map of the sample city in a real browser: looked at, narrowed, clicked, and kept up to date. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class MapInTheBrowserTest implements OnH2 {
    /** An office's name that is a script, if anybody takes it for one. */
    private static final String TRICKY = "<img src=x onerror=document.title='hacked'>";

    private static final String DRAWN = "#map[data-drawn]";
    private static final String POPUP = ".leaflet-popup-content";
    private static final Path SCREENS = Path.of("target/screens");

    @Inject
    EmbeddedServer server;

    @Inject
    PublishRegistry publish;

    private Chromium chromium;
    private Page page;

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            publish("", "");
            chromium = Chromium.start(program);
            page = chromium.person(server.getURL(), 1366, 768).newPage();
            return tests().onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> tests() {
        return Stream.of(
                test("clustersHoldEveryOfficeAndOpen", this::clusters),
                test("filtersNarrowTheListAndTheMapAlike", this::filters),
                test("theListLeadsToTheMap", this::fromTheListToTheMap),
                test("theNearestIsFoundWithoutTellingAnybodyWhere", this::nearest),
                test("whoRefusesToBeLocatedIsHelpedOn", this::notLocated),
                test("theKeyboardAloneReachesAnOffice", this::byKeyboard),
                test("h24_anOfficesNameStaysText", this::namesStayText),
                test("aChangeIsOnAnOpenMapWithin5Seconds", this::changes),
                test("withoutScriptsTheListIsWhole", this::withoutScripts),
                test("coordinatesOfGcj02AreAsPublished", this::datum),
                test("noPageHasABarrier", this::barriers),
                test("screens", this::screens));
    }

    private static DynamicTest test(String name, Executable run) {
        return dynamicTest(name, run);
    }

    private void clusters() {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        open(page, "/map");
        assertEquals(2500, officesOnTheMap());
        assertEquals("1", page.evaluate("String(document.querySelectorAll('.leaflet-control-scale-line').length)"));
        assertTrue(page.locator(".label").count() >= 5);
        int before = zoomed();
        page.locator(".mark.many button").first().click();
        page.waitForFunction("before => document.querySelectorAll('.mark').length !== before", before);
        assertTrue(officesOnTheMap() < 2500);
        assertEquals(List.of(), complaints);
    }

    private void filters() {
        open(page, "/map");
        page.click(".more summary");
        page.selectOption("#districtCode", "370481");
        page.waitForSelector("#found:has-text('找到 955 个')");
        page.selectOption("#kind", "部门专厅");
        page.waitForSelector("#found:has-text('找到 57 个')");
        assertEquals(20, page.locator(".offices li").count());
        page.waitForFunction("() => [...document.querySelectorAll('.mark button')]"
                + ".reduce((sum, mark) => sum + (Number(mark.textContent) || 1), 0) === 57");
        page.click("#views a:has-text('只看列表')");
        assertEquals("找到 57 个办事机构", page.textContent("#found"));
        assertEquals(0, page.locator("#map").count());
        page.click("#views a:has-text('地图')");
        page.waitForSelector(DRAWN);
        assertEquals("370481", page.inputValue("#districtCode"));
        assertEquals(57, officesOnTheMap());
    }

    private void fromTheListToTheMap() {
        open(page, "/map?q=tzszwfwzx");
        page.locator(".offices li:has-text('滕州市政务服务中心') .on-map").first().click();
        page.waitForSelector(POPUP);
        assertTrue(page.textContent(POPUP).contains("龙泉路352号"));
        assertTrue(page.textContent(POPUP).contains("09:00-12:00"));
        assertEquals("tel:0632-0626701", page.getAttribute(POPUP + " a[href^=tel]", "href"));
        page.keyboard().press("Escape");
        page.waitForSelector(POPUP, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        assertEquals("map", page.evaluate("document.activeElement.id"));
    }

    private void nearest() {
        try (var person = person(390, 844)) {
            person.grantPermissions(List.of("geolocation"));
            person.setGeolocation(new Geolocation(34.86, 117.55));
            var phone = person.newPage();
            var requests = new ArrayList<String>();
            phone.onRequest(request -> requests.add(request.url() + Objects.toString(request.postData(), "")));
            open(phone, "/map");
            phone.click("#nearest");
            phone.waitForSelector("#found:has-text('离您最近的 20 个（共 2500 个符合）')");
            assertTrue(phone.locator(".offices li").first().textContent().contains("约 460 米"));
            phone.click(".more summary");
            phone.selectOption("#kind", "镇街便民服务中心");
            phone.waitForSelector(".offices li:has(.far) .tag:has-text('镇街便民服务中心')");
            assertTrue(requests.stream().noneMatch(request -> request.contains("34.8") || request.contains("117.5")));
            phone.click("#nearest");
            phone.waitForSelector("#found:has-text('找到 65 个办事机构')");
        }
    }

    private void notLocated() {
        try (var person = person(390, 844)) {
            var phone = person.newPage();
            open(phone, "/map");
            phone.click("#nearest");
            phone.waitForSelector("#found:has-text('您没有允许使用位置')");
            assertTrue(phone.isEnabled("#nearest"));
        }
    }

    private void byKeyboard() {
        open(page, "/map?q=37040010001");
        page.focus("#map");
        for (int presses = 0; presses < 5 && !isOnAMark(); presses++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.waitForSelector(POPUP);
        assertEquals("枣庄市政务服务中心", page.textContent(POPUP + " b"));
        assertTrue(
                page.evaluate("document.activeElement.matches('" + POPUP + "')").equals(true));
    }

    private boolean isOnAMark() {
        return page.evaluate("document.activeElement.matches('.mark button')").equals(true);
    }

    private void namesStayText() {
        publish("市中区政务服务中心", TRICKY);
        open(page, "/map?q=37040220001");
        assertEquals(TRICKY, page.textContent(".offices b"));
        page.click(".on-map");
        page.waitForSelector(POPUP);
        assertEquals(TRICKY, page.textContent(POPUP + " b"));
        assertEquals(0, page.locator("#map img, .offices img").count());
        assertFalse(page.title().contains("hacked"));
    }

    /** Nobody touches the page meanwhile, and what was being looked at stays in view. */
    private void changes() {
        publish("", "");
        open(page, "/map?q=37040010001");
        publish("枣庄市政务服务中心,", "枣庄市市民之家,");
        page.waitForSelector(".offices li:has-text('枣庄市市民之家')", new Page.WaitForSelectorOptions().setTimeout(5000));
        page.waitForSelector("[aria-label='枣庄市市民之家']");
        assertEquals("办事机构有更新，地图和列表已经换新。", page.textContent("#news"));
        publish("", "");
    }

    private void withoutScripts() {
        try (var person = chromium.personWithoutScripts(server.getURL(), 390, 844)) {
            var plain = person.newPage();
            plain.navigate("/map");
            assertFalse(plain.isVisible(".ground"));
            assertFalse(plain.isVisible("#nearest"));
            plain.click(".more summary");
            plain.selectOption("#districtCode", "370405");
            plain.click("form .main");
            assertEquals("找到 246 个办事机构", plain.textContent("#found"));
            plain.click("[rel=next]");
            assertTrue(plain.textContent(".pager").contains("第 2 页"));
            assertEquals("370405", plain.inputValue("#districtCode"));
            plain.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve("map-without-script-390.png")));
        }
    }

    /** The values that the tests of eviltransform publish: Shanghai, Shenzhen, Beijing; and a place where nothing is shifted. */
    private void datum() {
        assertShifted(31.1774276, 121.5272106, 31.17530398364597, 121.531541859215);
        assertShifted(22.543847, 113.912316, 22.540796131694766, 113.9171764808363);
        assertShifted(39.911954, 116.377817, 39.91334545536069, 116.38404722455657);
        assertShifted(48.85, 2.35, 48.85, 2.35);
    }

    /** To a tenth of a metre, as far as implementations of the formula agree. */
    private void assertShifted(double latitude, double longitude, double shiftedLatitude, double shiftedLongitude) {
        var off = page.evaluate(
                "async ([latitude, longitude, ...expected]) => {"
                        + " const { gcj02 } = await import('/assets/datum.js');"
                        + " const shifted = gcj02([latitude, longitude]);"
                        + " return Math.max(...shifted.map((degrees, i) => Math.abs(degrees - expected[i]))) < 1e-6; }",
                List.of(latitude, longitude, shiftedLatitude, shiftedLongitude));
        assertEquals(true, off);
    }

    private void barriers() {
        for (var path : List.of("/map", "/map?view=list&itemCode=S07110500013", "/map?q=nothing-like-it")) {
            open(page, path);
            assertEquals(List.of(), Axe.violations(page), path);
        }
        open(page, "/map?q=37040010001");
        page.click(".on-map");
        page.waitForSelector(POPUP);
        assertEquals(List.of(), Axe.violations(page));
    }

    private void screens() {
        for (int width : new int[] {360, 390, 1366}) {
            try (var person = person(width, width == 1366 ? 768 : 844)) {
                person.grantPermissions(List.of("geolocation"));
                person.setGeolocation(new Geolocation(34.86, 117.55));
                var shown = person.newPage();
                open(shown, "/map");
                shoot(shown, "map-" + width);
                assertEquals(width, shown.evaluate("document.documentElement.scrollWidth"));
                shown.click("#nearest");
                shown.waitForSelector(".far");
                shown.locator(".on-map").first().click();
                shown.waitForSelector(POPUP);
                shoot(shown, "map-nearest-" + width);
                open(shown, "/map?view=list");
                shoot(shown, "map-list-" + width);
            }
        }
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    private BrowserContext person(int width, int height) {
        return chromium.person(server.getURL(), width, height);
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        if (!path.contains("view=list")) {
            page.waitForSelector(DRAWN);
        }
    }

    private int officesOnTheMap() {
        return (int) page.evaluate("[...document.querySelectorAll('.mark button')]"
                + ".reduce((sum, mark) => sum + (Number(mark.textContent) || 1), 0)");
    }

    private int zoomed() {
        return page.locator(".mark").count();
    }

    /** The sample city with one text among its offices replaced. */
    private void publish(String text, String replacement) {
        var published = publish.publish(SampleRegistry.with("offices.csv", text, replacement), null, "test");
        assertInstanceOf(PublishResult.Published.class, published);
    }
}
