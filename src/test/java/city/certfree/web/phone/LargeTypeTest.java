package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LargeType;
import city.certfree.fixture.OnH2;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Large type at one tap, by the numbers of the rule for elderly people's phones; every page is held to them where it is looked at. */
@MicronautTest(transactional = false)
class LargeTypeTest implements OnH2 {
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
            var page = person.newPage();
            var tap = dynamicTest("oneTapOnTheFirstScreen", () -> {
                page.navigate("/phone");
                page.click("form[action='/appearance'] [name=size]");
                assertEquals("24px", page.evaluate("getComputedStyle(document.body).fontSize"));
                assertEquals(List.of(), LargeType.faultsOn(page));
            });
            var measured = dynamicTest("whatIsTooSmallIsFound", () -> {
                page.evaluate("document.querySelector('h1').style.fontSize = '20px'");
                assertFalse(LargeType.faultsOn(page).isEmpty());
            });
            return Stream.of(tap, measured).onClose(chromium::close);
        });
    }
}
