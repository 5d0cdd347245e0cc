package city.certfree.web.phone;

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
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever mistypes eighteen digits is told so before they are sent, and need not type them all again. */
@MicronautTest(transactional = false)
class DoorInChromiumTest implements OnH2 {
    /** The last digit but one is another, so that the check character does not fit. */
    private static final String MISTYPED = "370499199001010025";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

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
                program -> Stream.of(dynamicTest("aMistypedNumberStaysToBeMended", () -> mistype(program))));
    }

    private void mistype(Path program) {
        try (var chromium = Chromium.start(program)) {
            var page = chromium.person(server.getURL(), 360, 740).newPage();
            page.navigate("/phone");
            page.fill("#holderCode", MISTYPED);
            page.press("#holderCode", "Enter");
            page.waitForSelector("#holderCode-wrong:has-text('最后一位校验不对')");
            assertEquals(MISTYPED, page.inputValue("#holderCode"));
            assertTrue(page.url().endsWith("/phone"), page.url());
            page.fill("#holderCode", Town.CITIZEN.value());
            page.press("#holderCode", "Enter");
            page.waitForSelector(".card");
        }
    }
}
