package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.DemoGate;
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
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The phone's screen is what the counter's camera sees: shown, scanned, accepted, and said so on both sides. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class LiveLoopTest implements OnH2 {
    /** A camera's picture, in which the phone fills the height. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 720;
    private static final int FRAMES = 10;

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

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
                program -> Stream.of(dynamicTest("fromThePhoneThroughTheCameraAndBack", () -> loop(program))));
    }

    private void loop(Path program) throws IOException {
        try (var hall = Chromium.start(program)) {
            var phone = hall.person(server.getURL(), 390, 844).newPage();
            show(phone);
            try (var counter = Chromium.startWithCamera(program, film(phone.screenshot()))) {
                var window = new ClerksWindow(counter.person(server.getURL(), 1366, 768));
                window.openCase(SmallRegistry.SHOP);
                window.page().keyboard().press("F7");
                assertEquals("核验通过", window.verdict());
                assertTrue(window.page().textContent(".findings").contains(Town.PREMISES));
                phone.waitForSelector("text=市政务服务中心");

                window.openCase(SmallRegistry.SHOP);
                window.page().keyboard().press("F7");
                assertEquals("核验不通过", window.verdict());
                assertTrue(window.page().textContent(".verdict").contains("已经用过一次"));
            }
        }
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

    /** One picture, over and over, as the browser's camera plays it. */
    private Path film(byte[] screen) throws IOException {
        var frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var picture = ImageIO.read(new ByteArrayInputStream(screen));
        var canvas = frame.createGraphics();
        canvas.setColor(Color.DARK_GRAY);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        int width = picture.getWidth() * HEIGHT / picture.getHeight();
        canvas.drawImage(picture, (WIDTH - width) / 2, 0, width, HEIGHT, null);
        canvas.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(frame, "jpeg", jpeg);
        var film = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            film.writeBytes(jpeg.toByteArray());
        }
        return Files.write(folder.resolve("phone.mjpeg"), film.toByteArray());
    }
}
