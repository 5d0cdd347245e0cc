package city.certfree.web.open;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LookedAt;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import com.microsoft.playwright.Page;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page that anybody may open, in both languages and sizes, on a phone and at a desk. */
@MicronautTest(transactional = false)
class LookAtOpenPagesTest implements OnH2 {
    private static final String MAP_IS_THERE = "#map[data-drawn]";

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

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
            var use = Caller.staff(http, "clerk01")
                    .post("/api/v1/shares", UseRequest.share().body())
                    .text("recordId");
            return LookedAt.visitors().stream()
                    .flatMap(look -> tests(chromium, look, use))
                    .onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> tests(Chromium chromium, LookedAt look, String use) {
        var person = chromium.person(server.getURL(), 360, 740);
        look.wantedBy(person, server.getURL());
        var page = person.newPage();
        return steps(page, use).entrySet().stream()
                .map(step -> dynamicTest(step.getKey() + " " + look, () -> {
                    page.setViewportSize(360, 740);
                    step.getValue().run();
                    look.check(page, "open-" + step.getKey() + "-360");
                    page.setViewportSize(1366, 768);
                    look.fits(page, "open-" + step.getKey() + "-1366");
                }));
    }

    private static Map<String, Runnable> steps(Page page, String use) {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("home", () -> page.navigate("/"));
        steps.put("registry", () -> page.navigate("/registry"));
        steps.put("registry-none", () -> page.navigate("/registry?q=nosuchitem"));
        steps.put("item", () -> page.navigate("/registry/items/" + UseRequest.BIRTH_REGISTRATION));
        steps.put("item-nowhere", () -> page.navigate("/registry/items/S01110200011?near=nowhere"));
        steps.put("item-missing", () -> page.navigate("/registry/items/none"));
        steps.put("licence-type", () -> page.navigate("/registry/licence-types/" + UseRequest.MARRIAGE));
        steps.put("licence-type-missing", () -> page.navigate("/registry/licence-types/none"));
        steps.put("map", () -> {
            page.navigate("/map");
            page.waitForSelector(MAP_IS_THERE);
            page.click(".more summary");
        });
        steps.put("map-office", () -> {
            page.navigate("/map?q=37040010001");
            page.waitForSelector(MAP_IS_THERE);
            page.click(".on-map");
            page.waitForSelector(".leaflet-popup-content");
        });
        steps.put("map-list", () -> page.navigate("/map?view=list&itemCode=" + UseRequest.BIRTH_REGISTRATION));
        steps.put("map-none", () -> {
            page.navigate("/map?q=nothing-like-it");
            page.waitForSelector(MAP_IS_THERE);
        });
        steps.put("problem", () -> page.navigate("/problems/quota-exceeded"));
        steps.put("problem-missing", () -> page.navigate("/problems/none"));
        steps.put("error", () -> page.navigate("/no-such-page"));
        steps.put("proof", () -> {
            page.navigate("/proof/" + use);
            page.waitForSelector("#inclusion[data-done]");
            page.click("details summary");
        });
        steps.put("proof-missing", () -> page.navigate("/proof/none"));
        return steps;
    }
}
