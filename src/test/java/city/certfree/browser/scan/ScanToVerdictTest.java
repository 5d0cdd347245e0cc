package city.certfree.browser.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.DemoGate;
import city.certfree.browser.ClerksWindow;
import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.channel.show.IssueResult.Issued;
import city.certfree.channel.show.IssueShow;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Figures;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.registry.Registry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How long a clerk waits between the last key of a scan and the verdict on the screen: {@code target/reports} says. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the window is opened where there is a browser
class ScanToVerdictTest implements OnH2 {
    /** 200 with {@code -Plong}, fewer in a build. */
    private static final int SCANS = Math.min(200, Integer.getInteger("certfree.scans", 100) / 2);

    /** The first ones warm up the service, as the first citizen of a day does. */
    private static final int WARM_UP = 10;

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    IssueShow issue;

    @Inject
    ReadOwnLicences own;

    private ClerksWindow window;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @MockBean(DemoGate.class)
    DemoGate demo() {
        return () -> true;
    }

    /** One clerk does here in seconds what is a month's work. */
    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnH2.super.getProperties());
        properties.put("certfree.quota.per-minute", "1000");
        properties.put("certfree.quota.per-hour", "1000");
        properties.put("certfree.quota.per-day", "1000");
        return properties;
    }

    @BeforeAll
    void settle() {
        town.settle();
    }

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            var person = chromium.person(server.getURL(), 1366, 768);
            person.addInitScript(Path.of("src", "test", "resources", "pages", "painted-verdict.js"));
            window = new ClerksWindow(person);
            window.openCase(SmallRegistry.SHOP);
            return Stream.of(
                            dynamicTest("everyScanIsAcceptedAndTimed", this::scans),
                            dynamicTest("nothingWentWrong", () -> assertEquals(List.of(), window.complaints())))
                    .onClose(chromium::close);
        });
    }

    private void scans() {
        var page = window.page();
        for (int i = 1; i <= WARM_UP + SCANS; i++) {
            window.scanner().scan(heldOut());
            page.waitForFunction("count => painted.length >= count && !document.querySelector('main[aria-busy]')", i);
            assertEquals(1, page.locator(".verdict.pass").count(), "scan " + i);
        }
        var all = (List<?>) page.evaluate("painted");
        var times = all.stream().skip(WARM_UP).map(time -> (Number) time).toList();
        assertEquals(SCANS, times.size());
        System.out.print(Figures.report(
                "scan-to-verdict",
                "From the last key of a hand scan to the frame that shows the verdict, each on a code of its own, accepted",
                times));
    }

    /** The digits of a new code of the shop's licence. */
    private String heldOut() {
        var licence = own.of(Town.CITIZEN).stream()
                .filter(each -> each.typeCode().equals(SmallRegistry.FOOD.value()))
                .findFirst()
                .orElseThrow();
        var issued = issue.issue(Town.CITIZEN, LicenceIdentifier.parse(licence.identifier()), Optional.empty(), null);
        return ((Issued) issued).code().digits();
    }
}
