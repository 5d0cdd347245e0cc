package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.DemoGate;
import city.certfree.fixture.Browser;
import city.certfree.fixture.Holders;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestDemoGate;
import city.certfree.fixture.Town;
import city.certfree.kernel.CityTime;
import city.certfree.registry.Registry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen lets another go, and takes it back, with a phone whose browser runs no scripts. */
@MicronautTest(transactional = false)
class DelegationsOnThePhoneTest implements OnH2 {
    private static final Pattern LICENCE = Pattern.compile("/phone/licences/([^\"]*00110706002[^\"]*)");
    private static final Pattern FORM = Pattern.compile("/phone/delegations/new\\?identifier=[^\"]*");

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    Clock clock;

    private Browser phone;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @MockBean(DemoGate.class)
    DemoGate demo() {
        return new TestDemoGate();
    }

    @BeforeAll
    void settle() {
        town.settle();
    }

    @BeforeEach
    void signIn() {
        phone = signedIn(Town.CITIZEN.value());
    }

    @Test
    void letsAnotherShowItAndTakesItBack() {
        var agent = Holders.citizen("李<b>代办");
        openForm();
        phone.submit(
                "/phone/delegations/new",
                "name",
                agent.name(),
                "code",
                agent.code().value());
        assertEquals(200, phone.status());
        assertTrue(phone.page().contains("代办人 "), phone::page);
        assertTrue(
                phone.page().contains("到 " + CityTime.today(clock).plusDays(7) + " 为止"), "the day that was asked for");
        assertFalse(phone.page().contains("<b>代办"));
        assertFalse(phone.page().contains(agent.code().value()));

        var other = signedIn(agent.code().value()).open("/phone/delegations");
        assertTrue(other.page().contains("我替别人出示"));
        assertFalse(other.page().contains(Town.PREMISES), "an agent does not see what is on it");
        other.submit("/phone/shows");
        assertTrue(other.page().contains("<svg xmlns"), other::page);
        assertFalse(other.page().contains(Town.PREMISES));
        other.submit("/phone/shows");
        assertTrue(other.page().contains("<svg xmlns"), "it is renewed like an own one");

        phone.submit("/phone/delegations/revocations");
        assertTrue(phone.page().contains("已撤销"));
        other.submit("/phone/shows");
        assertEquals(404, other.status());
        assertFalse(other.open("/phone/delegations").page().contains("我替别人出示"));
    }

    @Test
    void saysWhatIsWrongWithWhatWasTyped() {
        openForm();
        phone.submit("/phone/delegations/new", "name", " ", "code", "370499199001010016", "until", "x");
        assertEquals(422, phone.status());
        assertTrue(phone.page().contains("请填写代办人的姓名"));
        assertTrue(phone.page().contains("公民身份号码不对"));
        assertTrue(phone.page().contains("请选择截止日期"));

        phone.submit(
                "/phone/delegations/new",
                "name",
                "王小明",
                "code",
                Town.CITIZEN.value(),
                "until",
                CityTime.today(clock).toString());
        assertEquals(422, phone.status());
        assertTrue(phone.page().contains("这是您自己的号码"));

        var agent = Holders.citizen("赵代办").code().value();
        var late = CityTime.today(clock).plusDays(400).toString();
        phone.submit("/phone/delegations/new", "name", "赵代办", "code", agent, "until", late);
        assertEquals(422, phone.status());
        assertTrue(phone.page().contains("一年以内"));
    }

    @Test
    void anothersLicenceCannotBeDelegated() {
        openForm();
        var form = first(LICENCE, phone.open("/phone").page());
        var stranger = signedIn(Holders.citizen("钱旁人").code().value());
        assertEquals(
                404, stranger.open("/phone/delegations/new?identifier=" + form).status());
    }

    /** With the item chosen: the first that takes the licence. */
    private void openForm() {
        phone.open("/phone/licences/" + first(LICENCE, phone.open("/phone").page()));
        phone.open(address(phone.page()));
        phone.open(address(phone.page().substring(phone.page().indexOf("class=\"picks\""))));
    }

    private static String address(String page) {
        var match = FORM.matcher(page);
        assertTrue(match.find(), page);
        return match.group().replace("&amp;", "&");
    }

    private static String first(Pattern pattern, String page) {
        var match = pattern.matcher(page);
        assertTrue(match.find(), page);
        return match.group(1);
    }

    private Browser signedIn(String number) {
        var browser = new Browser(server.getURL());
        browser.open("/phone").submit("/phone/sign-in", "holderCode", number);
        return browser;
    }
}
