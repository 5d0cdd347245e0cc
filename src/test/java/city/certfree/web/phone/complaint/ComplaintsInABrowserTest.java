package city.certfree.web.phone.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Complaining on the phone as an elderly citizen does: by tapping, with a few words typed. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class ComplaintsInABrowserTest implements OnH2 {
    private static final Path SCREENS = Path.of("target/screens");
    private static final String NUMBER = "[0-9]{6}-[0-9]{4}-[0-9]{4}";

    private final List<String> faults = new ArrayList<>();

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
            page = chromium.person(server.getURL(), 360, 740).newPage();
            page.onConsoleMessage(message -> faults.add(message.text()));
            page.onPageError(faults::add);
            signIn();
            return Stream.of(
                            dynamicTest("paperThatWasAskedFor", this::paper),
                            dynamicTest("aUseThatWasNotTheirs", this::notMe))
                    .onClose(chromium::close);
        });
    }

    private void signIn() {
        page.navigate("/phone");
        page.fill("[name=holderCode]", Caller.WANG);
        page.click("form[action='/phone/sign-in'] button");
    }

    private void paper() {
        page.click("a[href='/phone/complaints/new']");
        page.locator("#q").pressSequentially("csdj");
        var item = page.locator("#items a[href$='" + UseRequest.BIRTH_REGISTRATION + "']");
        item.waitFor();
        shown("complaint-item");
        item.click();
        page.check("[name=material] >> nth=0");
        var material = page.inputValue("[name=material] >> nth=0");
        page.locator("#where").pressSequentially("政务");
        page.check("#places input >> nth=0");
        page.fill("#text", "说没有复印件就不给办");
        shown("complaint-paper");
        page.click("text=提交投诉");
        assertTrue(page.textContent("#complaint-number").matches(NUMBER));
        assertTrue(page.innerText("main").contains(material));
        assertTrue(page.innerText("main").contains("政务"));
        shown("complaint-received");
        page.click("text=我的投诉");
        assertEquals(1, page.locator(".cards > li").count());
        shown("complaint-list");
    }

    private void notMe() {
        Caller.staff(http, "clerk01")
                .post("/api/v1/verifications", UseRequest.verify(Map.of()).body());
        page.navigate("/phone/uses");
        page.locator("summary", new Page.LocatorOptions().setHasText("不是我办的"))
                .first()
                .click();
        shown("complaint-choices");
        page.locator("text=投诉：不是我办的").first().click();
        assertTrue(page.textContent("#complaint-number").matches(NUMBER));
        assertTrue(page.innerText("main").contains("监督人员已收到提醒"));
        shown("complaint-not-me");
    }

    /** Pictures for whoever looks at them; nothing sticks out at the side, in large type neither, and the page has no fault. */
    private void shown(String name) {
        page.waitForLoadState();
        pictured(name);
        page.evaluate("document.documentElement.classList.add('large')");
        pictured(name + "-large");
        page.evaluate("document.documentElement.classList.remove('large')");
        assertEquals(List.of(), faults);
    }

    private void pictured(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
        assertEquals(360, page.evaluate("document.documentElement.scrollWidth"));
    }
}
