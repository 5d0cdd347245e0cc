package city.certfree.web.console.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.DemoGate;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.registry.Registry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slips at the counter, and what everybody sees who scans one. */
@MicronautTest(transactional = false)
class SlipPagesTest implements OnH2 {
    private static final String OTHER_CLERK = "other-clerk-of-town";
    private static final String CASE = "<img/src=x/onerror=alert(1)>";
    private static final String ABSENT = "AAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AddAccount accounts;

    private Browser browser;
    private String use = "";

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
        accounts.add(new NewAccount(
                OTHER_CLERK, Role.CLERK, SmallRegistry.CITY_HALL, new NewPassword(Town.PASSWORD), false));
    }

    @BeforeEach
    void useOnce() {
        browser = signedIn(Town.CLERK);
        browser.open("/counter?item=" + SmallRegistry.BIRTH.value()).submit("/counter/case", "caseNumber", CASE);
        browser.submit("/counter/uses", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        use = browser.page().replaceAll("(?s).*记录号 <span class=\"number\">([^<]*)<.*", "$1");
    }

    @Test
    void theSlipSaysWhatWasProvenAndMasksWhose() {
        browser.open("/counter/slips/" + use);
        assertEquals(200, browser.status());
        for (var said : List.of(use, "核验通过", "出生登记", "结婚证", "3704**********0015", "/proof/" + use, "<svg")) {
            assertTrue(browser.page().contains(said), said);
        }
        assertFalse(browser.page().contains(Town.CITIZEN.value()));
        assertFalse(browser.page().contains(Town.CITIZEN_NAME));
        assertEquals("no-store", browser.headers().get("Cache-Control"));
    }

    @Test
    void h24_htmlInACaseNumberIsTextOnTheSlip() {
        browser.open("/counter/slips/" + use);
        assertTrue(browser.page().contains("&lt;img/src=x/onerror=alert(1)&gt;"));
        assertFalse(browser.page().contains("<img"));
    }

    @Test
    void onlyWhatIsCountedMayBePrinted() {
        browser.open("/counter/slips/" + use);
        assertFalse(browser.page().contains("data-counted"));
        browser.submit("/counter/prints");
        assertTrue(browser.page().contains("data-counted"));
        assertFalse(browser.page().contains("补打第"));
        browser.submit("/counter/prints");
        assertTrue(browser.page().contains("<p class=\"slip-again\">补打第 1 次</p>"));
    }

    @Test
    void q08_theSameFormSentTwiceIsOnePrint() {
        var form = browser.open("/counter/slips/" + use).filled("/counter/prints");
        browser.send("/counter/prints", form);
        browser.send("/counter/prints", form);
        assertFalse(browser.page().contains("补打第"));
        browser.submit("/counter/prints");
        assertTrue(browser.page().contains("补打第 1 次"));
    }

    @Test
    void h01_anotherClerksSlipIsAsAbsentAsNone() {
        var form = browser.open("/counter/slips/" + use).filled("/counter/prints");
        var other = signedIn(OTHER_CLERK);
        var foreign = other.open("/counter/slips/" + use).page();
        assertEquals(404, other.status());
        assertEquals(foreign, other.open("/counter/slips/" + ABSENT).page());
        assertEquals(foreign, other.open("/counter/slips/none").page());
        var own = other.open("/counter?item=" + SmallRegistry.BIRTH.value()).filled("/counter/case");
        var csrf = own.get(own.indexOf("csrf") + 1);
        other.send("/counter/prints", List.of("csrf", csrf, "recordId", use, "key", form.getLast()));
        assertEquals(404, other.status());
        browser.submit("/counter/prints");
        assertFalse(browser.page().contains("补打第"));
    }

    @Test
    void h23_aPrintWithoutTheTokenOfItsSessionIsRefused() {
        browser.open("/counter/slips/" + use).submit("/counter/prints", "csrf", "0".repeat(64));
        assertEquals(403, browser.status());
    }

    @Test
    void everybodySeesThatItWasProvenAndNobodyWhose() {
        var stranger = new Browser(server.getURL()).open("/proof/" + use);
        assertEquals(200, stranger.status());
        for (var said : List.of(use, "核验通过", "data-of=\"index\"", "c2sp.org/tlog-proof@v1")) {
            assertTrue(stranger.page().contains(said), said);
        }
        var personal = List.of(
                Town.CITIZEN.value(),
                "3704**********0015",
                Town.CITIZEN_NAME,
                "onerror",
                "出生登记",
                "市政务服务中心",
                Town.CLERK,
                "结婚",
                "extra ");
        for (var secret : personal) {
            assertFalse(stranger.page().contains(secret), secret);
        }
        assertEquals("no-store", stranger.headers().get("Cache-Control"));
        assertEquals("noindex", stranger.headers().get("X-Robots-Tag"));
    }

    @Test
    void h01_anUnknownNumberIsAsAbsentAsWhatIsNone() {
        var stranger = new Browser(server.getURL()).open("/proof/" + ABSENT);
        assertEquals(404, stranger.status());
        var absent = stranger.page();
        assertTrue(absent.contains("没有这个记录号"));
        assertEquals(absent, stranger.open("/proof/none").page());
    }

    private Browser signedIn(String account) {
        return new Browser(server.getURL())
                .open("/counter")
                .submit("/counter/sign-in", "account", account, "password", Town.PASSWORD);
    }
}
