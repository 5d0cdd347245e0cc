package city.certfree.web.console.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What comes out of the printer at the counter, and what the citizen finds who scans it. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the pages are opened where there is a browser
class SlipOnPaperTest implements OnH2 {
    private static final double PIXELS_PER_MM = 96 / 25.4;
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final String KEYS = "/.well-known/jwks.json";
    private static final String DONE = "#inclusion[data-done]";
    private static final Path SCREENS = Path.of("target/screens");

    /** A city of its own, in which nobody else has used anything. */
    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnH2.super.getProperties());
        properties.put("certfree.demo.load", "true");
        properties.put("certfree.demo.persons", "20");
        return properties;
    }

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    private Page counter;
    private Page phone;
    private String use = "";

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            counter = chromium.person(server.getURL(), 1366, 768).newPage();
            phone = chromium.person(server.getURL(), 360, 740).newPage();
            use = Caller.staff(http, "clerk01")
                    .post("/api/v1/shares", UseRequest.share().body())
                    .text("recordId");
            signIn();
            return tests().onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> tests() {
        return Stream.of(
                test("withoutANumberNothingIsPrinted", this::withoutANumber),
                test("theSlipPrintsItselfOnce", this::printsItselfOnce),
                test("theSlipFitsTheRoll", this::fitsTheRoll),
                test("thePrintedCodeIsReadAndLeadsToTheProof", this::codeIsRead),
                test("aReprintSaysSo", this::reprintSaysSo),
                test("theSlipIsOnePageOf80Millimetres", this::onePage),
                test("theCitizensBrowserChecksTheProof", this::citizenChecks),
                test("anotherEntryIsRefused", () -> refused("data-of=\"entry\">....", "data-of=\"entry\">AAAA")),
                test("anotherPlaceIsRefused", () -> refused("(?<=data-of=\"index\">)[0-9]+", "4711")),
                test("anotherTreeIsRefused", () -> refused("index [0-9]+\n", "index 4711\n")),
                test("aProofWithoutASignatureIsRefused", () -> refused("\n— [^\n<]*", "")),
                test("withoutTheKeysNothingIsSaid", this::withoutKeys));
    }

    private static DynamicTest test(String name, Executable run) {
        return dynamicTest(name, run);
    }

    private void signIn() {
        counter.addInitScript(
                "window.printed = 0; window.print = () => { window.printed++; dispatchEvent(new Event('afterprint')); };");
        counter.navigate("/counter");
        counter.fill("[name=account]", "clerk01");
        counter.fill("[name=password]", "Demo-clerk-01");
        counter.click("form[action='/counter/sign-in'] button");
    }

    private void withoutANumber() {
        counter.navigate("/counter/slips/" + use);
        shoot(counter, "slip-preview");
        onPaper(() -> {
            assertFalse(counter.isVisible(".slip"));
            assertTrue(counter.isVisible(".slip-only"));
        });
        assertEquals(0, counter.evaluate("window.printed"));
    }

    /** The button has the focus: Enter is enough. */
    private void printsItselfOnce() {
        counter.navigate("/counter/slips/" + use);
        counter.keyboard().press("Enter");
        waitUntilPrinted();
        assertTrue(counter.textContent("[data-prints]").contains("已经送去打印"));
        counter.reload();
        counter.waitForSelector("[data-prints]");
        assertEquals(0, counter.evaluate("window.printed"));
        onPaper(() -> assertFalse(counter.isVisible(".slip")));
    }

    private void fitsTheRoll() {
        printAgain();
        onPaper(() -> {
            assertFalse(counter.isVisible(".head"));
            assertFalse(counter.isVisible(".slip-side"));
            var slip = counter.locator(".slip").boundingBox();
            assertEquals(72, slip.width / PIXELS_PER_MM, 0.5);
            assertTrue(slip.height / PIXELS_PER_MM < 155, () -> slip.height / PIXELS_PER_MM + " mm");
            var beyond = "[...document.querySelectorAll('.slip *')].filter(e => e.getBoundingClientRect().right > "
                    + (slip.x + slip.width + 0.5)
                    + ").length";
            assertEquals(0, counter.evaluate(beyond));
            assertEquals(
                    List.of(),
                    counter.evaluate(
                            """
                    [...document.querySelectorAll('.slip *:not(svg *)')].filter(e => {
                      const style = getComputedStyle(e);
                      return style.color !== 'rgb(0, 0, 0)' || parseFloat(style.fontSize) < 12 ||
                        !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(style.backgroundColor);
                    }).map(e => e.className)"""));
            counter.locator(".slip")
                    .screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                            .setPath(SCREENS.resolve("slip-on-paper.png")));
        });
    }

    /** The last one: what has gone to the printer does not go there again. */
    private void onePage() {
        var pdf = new String(
                counter.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(SCREENS.resolve("slip.pdf"))),
                StandardCharsets.ISO_8859_1);
        var box = Pattern.compile("/MediaBox ?\\[0 0 ([0-9.]+) ([0-9.]+)]").matcher(pdf);
        assertTrue(box.find());
        assertEquals(80 * POINTS_PER_MM, Double.parseDouble(box.group(1)), 1);
        assertEquals(165 * POINTS_PER_MM, Double.parseDouble(box.group(2)), 1);
        assertFalse(box.find(), "one page");
        assertFalse(counter.isVisible("[data-counted]"));
    }

    /** As a phone's camera would: from the picture of what is printed, at the 203 dpi of a thermal printer. */
    private void codeIsRead() throws Exception {
        byte[] png = onPaperPicture();
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = picture.getRGB(
                0,
                0,
                picture.getWidth(),
                picture.getHeight(),
                new int[picture.getWidth() * picture.getHeight()],
                0,
                picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        var text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
        assertTrue(text.endsWith("/proof/" + use), text);
        assertEquals(text, counter.textContent(".slip-url"));
        var code = counter.locator(".slip-code svg");
        var modules = Integer.parseInt(code.getAttribute("viewBox").replaceFirst(".* ", ""));
        onPaper(() -> assertTrue(code.boundingBox().width / PIXELS_PER_MM / modules >= 0.6));
    }

    /** With the 203 dots an inch of a printer: the 96 of a screen are two for each module, and of some codes that is too little to read. */
    private byte[] onPaperPicture() {
        counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        counter.evaluate("document.querySelector('.slip-code').style.zoom = 203 / 96");
        byte[] png = counter.locator(".slip-code").screenshot();
        counter.evaluate("document.querySelector('.slip-code').style.zoom = ''");
        counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        return png;
    }

    private void reprintSaysSo() {
        var before = counter.textContent(".slip-again");
        printAgain();
        onPaper(() -> assertTrue(counter.isVisible(".slip-again")));
        assertEquals("补打第 1 次", before);
        assertEquals("补打第 2 次", counter.textContent(".slip-again"));
    }

    /** Without the stub's event, so that what would be printed stands still. */
    private void printAgain() {
        counter.addInitScript("window.print = () => { window.printed++; };");
        counter.click(".slip-side .button.main");
        waitUntilPrinted();
    }

    private void waitUntilPrinted() {
        counter.waitForURL("**/counter/prints");
        counter.waitForCondition(() -> counter.evaluate("window.printed").equals(1));
    }

    private void citizenChecks() {
        phone.navigate("/proof/" + use);
        phone.waitForSelector(DONE);
        assertEquals("pass", phone.getAttribute("#inclusion", "data-done"), phone.textContent("#inclusion"));
        assertTrue(phone.textContent("#inclusion").contains("本机浏览器已核验"));
        assertEquals(use, phone.textContent("[data-of=recordId]"));
        assertEquals(360, phone.evaluate("document.documentElement.scrollWidth"));
        shoot(phone, "proof");
    }

    /** What the service sent is changed on its way. */
    private void refused(String pattern, String replacement) {
        var address = "**/proof/" + use;
        phone.route(address, route -> {
            var answer = route.fetch();
            var other = answer.text().replaceFirst(pattern, replacement);
            assertFalse(answer.text().equals(other));
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(other));
        });
        phone.navigate("/proof/" + use);
        phone.waitForSelector(DONE);
        phone.unroute(address);
        assertEquals("fail", phone.getAttribute("#inclusion", "data-done"));
        assertTrue(phone.textContent("#inclusion").startsWith("✗ 本机核验不通过"));
    }

    private void withoutKeys() {
        phone.route("**" + KEYS, Route::abort);
        phone.navigate("/proof/" + use);
        phone.waitForSelector(DONE);
        phone.unroute("**" + KEYS);
        assertEquals("unsure", phone.getAttribute("#inclusion", "data-done"));
    }

    private void onPaper(Runnable looked) {
        counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        looked.run();
        counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
