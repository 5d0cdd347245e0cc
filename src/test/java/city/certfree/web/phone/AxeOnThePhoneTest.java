package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.web.appearance.Language;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of the phone in both languages and sizes: axe finds nothing, nothing is wider than the phone; and a picture of it. */
@MicronautTest(transactional = false)
class AxeOnThePhoneTest implements OnH2 {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final int NARROW = 360;

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
            return Stream.of(Language.values())
                    .flatMap(language -> Stream.of("normal", "large").flatMap(size -> walk(chromium, language, size)))
                    .onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> walk(Chromium chromium, Language language, String size) {
        var person = chromium.person(server.getURL(), NARROW, 740);
        person.addCookies(List.of(
                new Cookie("certfree_size", size).setUrl(server.getURL().toString()),
                new Cookie("certfree_language", language.tag())
                        .setUrl(server.getURL().toString())));
        var walk = new PhoneWalk(person);
        return walk.steps().entrySet().stream().map(step -> {
            var name = "phone-%s-%s-%s".formatted(step.getKey(), language.tag(), size);
            return dynamicTest(name, () -> {
                step.getValue().run();
                check(walk.page(), language, name);
            });
        });
    }

    private static void check(Page page, Language language, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertEquals(List.of(), found);
        assertEquals(language.tag(), page.evaluate("document.documentElement.lang"));
        assertEquals(NARROW, page.evaluate("document.documentElement.scrollWidth"));
    }
}
