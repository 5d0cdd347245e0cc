package city.certfree.web.console.officer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.session.OpenedSessions;
import city.certfree.audit.check.WatchLogs;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LookedAt;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of officers and administrators in both languages and sizes, at a desk and on a phone. */
@MicronautTest(transactional = false)
class LookAtOfficersPagesTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    OpenedSessions sessions;

    @Inject
    WatchLogs logs;

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
            for (var text : List.of("我没有办过这件事", "It was not me", "不是我", "不认识这个单位")) {
                complain(text);
            }
            return LookedAt.visitors().stream()
                    .flatMap(look -> tests(chromium, look))
                    .onClose(chromium::close);
        });
    }

    /** Wang Xiaoming says of a use that it was not he, which alarms the supervisor. */
    private void complain(String text) {
        var use = Caller.staff(http, "clerk01")
                .post("/api/v1/shares", UseRequest.share().body())
                .text("recordId");
        var complained = Caller.citizen(http, Caller.WANG)
                .post("/api/v1/me/complaints", Map.of("kind", "NOT_ME", "recordId", use, "text", text));
        assertEquals(201, complained.status());
    }

    private Stream<DynamicTest> tests(Chromium chromium, LookedAt look) {
        var person = chromium.person(server.getURL(), 1366, 768);
        look.wantedBy(person, server.getURL());
        var page = person.newPage();
        return steps(person, page).entrySet().stream()
                .map(step -> dynamicTest(step.getKey() + " " + look, () -> {
                    page.setViewportSize(1366, 768);
                    step.getValue().run();
                    look.check(page, "officer-" + step.getKey() + "-1366");
                    page.setViewportSize(360, 740);
                    look.fits(page, "officer-" + step.getKey() + "-360");
                }));
    }

    private Map<String, Runnable> steps(BrowserContext person, Page page) {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("sign-in", () -> page.navigate("/sign-in?to=/supervision"));
        steps.put("sign-in-refused", () -> {
            page.fill("#account", "nobody");
            page.fill("#password", "wrong");
            page.click(".alone button");
        });
        steps.put("alarms", () -> open(person, page, "supervisor01", "/supervision"));
        steps.put("alarm-seen", () -> page.locator("form[action='/supervision/seen'] button")
                .first()
                .click());
        steps.put("evidence", () -> {
            logs.check();
            open(person, page, "auditor01", "/audit");
        });
        steps.put("grants-of-an-office", () -> open(person, page, "clerk01", "/access"));
        steps.put("grants-mistakes", () -> {
            page.click(".panel > summary");
            page.fill("#validFrom", "2026-11-23");
            page.fill("#validTo", "2026-11-01");
            page.fill("#reason", "370499199001010015");
            page.click("form[action='/access'] button.main");
        });
        steps.put("grants-applied", () -> {
            page.fill("#validTo", "");
            page.fill("#usesPerDay", "50");
            page.fill("#opens", "08:30");
            page.fill("#closes", "17:30");
            page.fill("#reason", "办理出生登记");
            page.click("form[action='/access'] button.main");
            page.waitForURL("**/access");
        });
        steps.put("grants-to-review", () -> open(person, page, "secadmin01", "/access"));
        steps.put("grants-reviewed", () -> {
            page.locator("form[action='/access/steps'] input[name=words]")
                    .first()
                    .fill("符合清单");
            page.locator("form[action='/access/steps'] button[value=recommend]")
                    .first()
                    .click();
        });
        return steps;
    }

    private void open(BrowserContext person, Page page, String account, String path) {
        person.addCookies(List.of(
                new Cookie("certfree_session", sessions.ofAccount(account).text())
                        .setUrl(server.getURL().toString())));
        page.navigate(path);
    }
}
