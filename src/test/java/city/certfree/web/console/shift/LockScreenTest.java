package city.certfree.web.console.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import com.microsoft.playwright.Page;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The lock of a window in a real browser: the page comes back as it was. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class LockScreenTest implements OnH2 {
    private static final String PASSWORD = "Demo-clerk-01";
    private static final String CASE = "BJ-20261127-0042";
    private static final String SCREEN = "dialog.lock";

    /** What the counter does when an answer comes: it puts it on the page. */
    private static final String TELL =
            "id => { const told = document.createElement('p'); told.dataset.told = id; document.body.append(told); }";

    private static final Path SCREENS = Path.of("target/screens");

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

    private Page page;

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            page = chromium.person(server.getURL(), 1366, 768).newPage();
            page.clock().install();
            signIn();
            return Stream.of(
                            test("theButtonCoversThePage", this::covers),
                            test("aWrongPasswordSaysSo", this::wrongPassword),
                            test("thePasswordBringsBackWhatWasTyped", this::bringsBack),
                            test("nobodyTouchingItLocks", this::locksByItself),
                            test("anAnswerThatWasSeenIsNotAskedAbout", this::seen))
                    .onClose(chromium::close);
        });
    }

    private static DynamicTest test(String name, Executable run) {
        return dynamicTest(name, run);
    }

    private void signIn() {
        page.navigate("/counter");
        shoot("counter-sign-in");
        page.fill("[name=account]", "clerk01");
        page.fill("[name=password]", PASSWORD);
        page.fill("[name=window]", "12");
        page.click("form[action='/counter/sign-in'] button");
        open();
    }

    private void open() {
        page.waitForResponse("**/counter/lock", () -> page.navigate("/counter?item=" + UseRequest.BIRTH_REGISTRATION));
    }

    private void covers() {
        page.fill("#caseNumber", CASE);
        page.click("[data-lock] button");
        page.waitForSelector(SCREEN);
        shoot("counter-locked");
        page.keyboard().press("Escape");
        assertTrue(page.isVisible(SCREEN));
        assertEquals("lock-password", page.evaluate("document.activeElement.id"));
    }

    private void wrongPassword() {
        page.fill("#lock-password", "wrong");
        page.keyboard().press("Enter");
        page.waitForSelector(SCREEN + " [role=alert]:visible");
        assertTrue(page.textContent(SCREEN + " [role=alert]").contains("密码不对"));
    }

    private void bringsBack() {
        unlock();
        assertEquals(CASE, page.inputValue("#caseNumber"));
    }

    private void locksByItself() {
        open();
        page.clock().runFor(260_000);
        assertFalse(page.isVisible(SCREEN));
        page.clock().runFor(15_000);
        page.waitForSelector(SCREEN);
        unlock();
    }

    private void seen() {
        open();
        var use = Caller.staff(http, "clerk01")
                .post("/api/v1/shares", UseRequest.share().body())
                .text("recordId");
        page.waitForResponse("**/counter/shown", () -> page.evaluate(TELL, use));
        page.navigate("/counter/sign-out");
        assertTrue(page.textContent("[role=status]").contains("没有未了的事"));
        shoot("counter-leaving");
        page.navigate("/counter/shift");
        shoot("counter-shift");
    }

    private void unlock() {
        page.fill("#lock-password", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !page.isVisible(SCREEN));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }
}
