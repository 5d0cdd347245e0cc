package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LargeType;
import city.certfree.fixture.OnH2;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Large type by the numbers of the rule for elderly people's phones, measured on what a browser has computed. */
@MicronautTest(transactional = false)
class LargeTypeTest implements OnH2 {
    private static final List<String> PUBLIC = List.of(
            "/",
            "/registry",
            "/registry?q=nosuchitem",
            "/registry/items/S07110500013",
            "/registry/licence-types/11370400XN0011061G001",
            "/problems/not-found");

    @Inject
    EmbeddedServer server;

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
            var person = chromium.person(server.getURL(), 360, 740);
            var walk = new PhoneWalk(person);
            var tap = dynamicTest("oneTapOnTheFirstScreen", () -> {
                walk.page().navigate("/phone");
                walk.page().click("form[action='/appearance'] [name=size]");
                assertEquals("24px", walk.page().evaluate("getComputedStyle(document.body).fontSize"));
            });
            var phone = walk.steps().entrySet().stream()
                    .map(step -> dynamicTest(step.getKey(), () -> {
                        step.getValue().run();
                        check(walk.page());
                    }));
            var open = PUBLIC.stream()
                    .map(path -> dynamicTest(path, () -> {
                        walk.page().navigate(path);
                        check(walk.page());
                    }));
            return Stream.of(Stream.of(tap), phone, open)
                    .flatMap(tests -> tests)
                    .onClose(chromium::close);
        });
    }

    private static void check(Page page) {
        page.waitForLoadState();
        assertEquals(List.of(), LargeType.faultsOn(page));
    }
}
