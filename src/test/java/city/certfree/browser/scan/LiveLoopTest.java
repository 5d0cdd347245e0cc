package city.certfree.browser.scan;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.DemoGate;
import city.certfree.browser.ClerksWindow;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.Town;
import city.certfree.registry.Registry;
import city.certfree.token.ShowTokens;
import com.microsoft.playwright.Page;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The phone's screen is what the counter's camera sees: shown, scanned, accepted, and said so on both sides; and by the
 * service's own clock too late.
 */
@MicronautTest(transactional = false)
@Property(name = TestClock.PROPERTY, value = "2026-11-27T01:00:00Z")
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class LiveLoopTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    TestClock clock;

    @TempDir
    Path folder;

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
        return Installed.with(
                "Chromium",
                Chromium.installed(),
                program -> Stream.of(
                        dynamicTest("fromThePhoneThroughTheCameraAndBack", () -> loop(program)),
                        dynamicTest("aCodeIsExpiredAsSoonAsItsTimeIsOver", () -> expired(program))));
    }

    private void loop(Path program) throws IOException {
        try (var hall = Chromium.start(program)) {
            var phone = hall.person(server.getURL(), 390, 844).newPage();
            show(phone);
            try (var counter = Chromium.startWithCamera(program, film(phone.screenshot()))) {
                var window = scanned(counter);
                window.page().waitForSelector(".verdict.pass");
                assertTrue(window.page().textContent(".findings").contains(Town.PREMISES));
                phone.waitForSelector("text=市政务服务中心");

                window.openCase(SmallRegistry.SHOP);
                window.page().keyboard().press("F7");
                window.page().waitForSelector(".verdict.fail");
                assertTrue(window.page().textContent(".verdict").contains("已经用过一次"));
            }
        }
    }

    /** The picture of a code is held out once its last second is over. */
    private void expired(Path program) throws IOException {
        try (var hall = Chromium.start(program)) {
            var phone = hall.person(server.getURL(), 390, 844).newPage();
            show(phone);
            var screen = phone.screenshot();
            clock.advance(ShowTokens.LIFETIME);
            try (var counter = Chromium.startWithCamera(program, film(screen))) {
                var page = scanned(counter).page();
                page.waitForSelector(".verdict.fail");
                assertTrue(page.textContent(".verdict").contains("60 秒"), page.textContent(".verdict"));
            }
        }
    }

    /** A window where the camera is on. */
    private ClerksWindow scanned(Chromium counter) {
        var window = new ClerksWindow(counter.person(server.getURL(), 1366, 768));
        window.openCase(SmallRegistry.SHOP);
        window.page().keyboard().press("F7");
        return window;
    }

    /** The shop's legal representative holds out its licence. */
    private static void show(Page phone) {
        phone.navigate("/phone");
        phone.fill("[name=holderCode]", Town.CITIZEN.value());
        phone.click("form[action='/phone/sign-in'] button");
        phone.click("a:has-text('食品经营许可证')");
        phone.click("form[action='/phone/shows'] button");
        phone.waitForSelector("#code svg");
    }

    private Path film(byte[] screen) throws IOException {
        return CameraFilm.ofScreen(ImageIO.read(new ByteArrayInputStream(screen)), folder.resolve("phone.mjpeg"));
    }
}
