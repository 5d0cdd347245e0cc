package city.certfree.web.phone.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestDemoGate;
import city.certfree.fixture.Town;
import city.certfree.kernel.RandomId;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a citizen complains of with a phone whose browser runs no scripts. */
@MicronautTest(transactional = false)
@Property(name = TestDemoGate.PROPERTY, value = "true")
class ComplaintPagesTest implements OnH2 {
    private static final String NEW = "/phone/complaints/new";
    private static final String COMPLAINTS = "/phone/complaints";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}-[0-9]{4}-[0-9]{4}");
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    private Browser phone;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
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
    void theFirstPageAndTheItemsPageLeadToIt() {
        assertTrue(phone.page().contains("href=\"" + NEW + "\""));
        phone.open("/registry/items/" + SmallRegistry.BIRTH.value());
        assertTrue(phone.page().contains("href=\"" + NEW + "?item=" + SmallRegistry.BIRTH.value() + "\""));
    }

    @Test
    void whoHasToSignInFirstComesBackToTheForm() {
        var form = NEW + "?item=" + SmallRegistry.BIRTH.value() + "&office=" + SmallRegistry.CITY_HALL.value();
        var visitor = new Browser(server.getURL()).open(form);
        visitor.submit("/phone/sign-in", "holderCode", "370499199001010016");
        assertEquals(401, visitor.status());
        visitor.submit("/phone/sign-in", "holderCode", Town.CITIZEN.value());
        assertTrue(visitor.page().contains("<form class=\"sheet inner offer paper\""), visitor.page());
        assertTrue(visitor.page().contains("value=\"" + SmallRegistry.CITY_HALL.value() + "\" checked"));
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (var to :
                List.of("https://evil.example/", "//evil.example/phone/", "/phone/../counter", "/audit", "\\\\evil")) {
            var visitor = new Browser(server.getURL()).open("/phone");
            visitor.submit("/phone/sign-in", "holderCode", Town.CITIZEN.value(), "to", to);
            assertEquals(200, visitor.status(), to);
            assertTrue(visitor.page().contains("href=\"" + NEW + "\""), to);
        }
    }

    @Test
    void theItemIsSearchedAndChosen() {
        phone.open(NEW + "?q=csdj");
        assertTrue(phone.page().contains("href=\"" + NEW + "?item=" + SmallRegistry.BIRTH.value() + "\""));
        phone.open(NEW + "?q=none");
        assertTrue(phone.page().contains("没有找到"));
    }

    @Test
    void theItemsMaterialsAreOffered() {
        open(SmallRegistry.BIRTH.value());
        assertTrue(phone.page().contains("结婚证复印件"));
        assertTrue(phone.page().contains("亲属关系声明"));
    }

    @Test
    void theAcknowledgementHasTheNumberAndWhatWasSaid() {
        open(SmallRegistry.BIRTH.value());
        phone.submit(COMPLAINTS, "material", "结婚证复印件", "text", "说没有就不给办");
        assertTrue(phone.page().contains("已收到您的投诉"), phone.page());
        assertTrue(phone.page().contains("出生登记"));
        assertTrue(phone.page().contains("结婚证复印件"));
        assertTrue(phone.page().contains("说没有就不给办"));
        assertEquals("no-store", phone.headers().get("Cache-Control"));
        var number = number();
        assertTrue(phone.open(COMPLAINTS).page().contains(number));
    }

    @Test
    void anOfficeIsSearchedWhileWhatIsFilledInStays() {
        open(SmallRegistry.BIRTH.value());
        var filled = phone.filled(COMPLAINTS, "material", "亲属关系声明", "where", "第3村", "text", "还在<写>");
        phone.send(NEW, filled);
        assertTrue(phone.page().contains("第3村便民服务站"));
        assertTrue(phone.page().contains("value=\"亲属关系声明\" checked"), phone.page());
        assertTrue(phone.page().contains("还在&lt;写&gt;</textarea>"));
        phone.submit(COMPLAINTS, "officeCode", "37040240003");
        assertTrue(phone.page().contains("已收到您的投诉"));
        assertTrue(phone.page().contains("第3村便民服务站"));
        assertTrue(phone.page().contains("亲属关系声明"));
    }

    @Test
    void ofManyOfficesTheFirstAreListedAndItSaysSo() {
        open(SmallRegistry.BIRTH.value());
        phone.send(NEW, phone.filled(COMPLAINTS, "where", "村"));
        assertEquals(6, phone.page().split("便民服务站", -1).length - 1);
        assertTrue(phone.page().contains("找到的很多"));
    }

    @Test
    void fromAUseItemAndOfficeAreKnown() {
        phone.open(NEW + "?item=" + SmallRegistry.SHOP.value() + "&office=" + SmallRegistry.CITY_HALL.value());
        assertTrue(phone.page().contains("食品经营许可（变更）"));
        phone.submit(COMPLAINTS);
        assertTrue(phone.page().contains("市政务服务中心"));
    }

    @Test
    void whatCannotBeKeptIsToBeCorrectedFirst() {
        open(SmallRegistry.BIRTH.value());
        phone.submit(COMPLAINTS, "other", Town.CITIZEN.value(), "text", "字".repeat(201));
        assertTrue(phone.page().contains("有 2 处需要改正"), phone.page());
        assertTrue(phone.page().contains("href=\"#other\""));
        assertTrue(phone.page().contains("href=\"#text\""));
        phone.submit(COMPLAINTS, "other", "出生证明", "text", "改好了");
        assertTrue(phone.page().contains("已收到您的投诉"));
    }

    @Test
    void whatLooksLikeAScriptStaysText() {
        open(SmallRegistry.TRICKY.value());
        assertFalse(phone.page().contains(SCRIPT));
        phone.submit(COMPLAINTS, "material", "", "other", SCRIPT, "text", "\"><img src=x onerror=alert(1)>");
        assertTrue(phone.page().contains("已收到您的投诉"));
        for (var page : new String[] {phone.page(), phone.open(COMPLAINTS).page()}) {
            assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
            assertFalse(page.contains(SCRIPT));
            assertFalse(page.contains("<img"));
        }
    }

    @Test
    void theSameSentTwiceIsOneComplaint() {
        open(SmallRegistry.HOUSE.value());
        var filled = phone.filled(COMPLAINTS, "text", "按了两下");
        var first = phone.send(COMPLAINTS, filled).page();
        assertEquals(first, phone.send(COMPLAINTS, filled).page());
        var number = number();
        open(SmallRegistry.HOUSE.value());
        phone.submit(COMPLAINTS, "text", "另外一件");
        assertNotEquals(number, number());
    }

    @Test
    void anothersComplaintIsNotFound() {
        open(SmallRegistry.BIRTH.value());
        phone.submit(COMPLAINTS);
        var number = number();
        var other = signedIn("370499199203050023");
        assertEquals(404, other.open(COMPLAINTS + "/" + number).status());
        assertFalse(other.page().contains(number));
        assertFalse(other.open(COMPLAINTS).page().contains(number));
    }

    @Test
    void aUseThatIsNotTheirsOrWordsThatCannotBeKeptAreRefused() {
        var unknown = RandomId.next().toString();
        open(SmallRegistry.BIRTH.value());
        phone.submit(COMPLAINTS, "kind", "NOT_ME", "recordId", unknown);
        assertEquals(404, phone.status());
        assertTrue(phone.page().contains("没有收到投诉"));
        open(SmallRegistry.BIRTH.value());
        phone.submit(COMPLAINTS, "kind", "NOT_ME", "recordId", unknown, "text", Town.CITIZEN.value());
        assertEquals(404, phone.status());
        assertTrue(phone.page().contains("不要写身份证号"));
    }

    @Test
    void anItemThatIsGoneLeadsBackToTheChoice() {
        open(SmallRegistry.BIRTH.value());
        phone.submit(COMPLAINTS, "itemCode", "S00000000000");
        assertEquals(404, phone.status());
        open("S00000000000");
        assertTrue(phone.page().contains("您办的是什么事"));
    }

    @Test
    void formsOfAnotherSignInAreRefused() {
        open(SmallRegistry.BIRTH.value());
        assertEquals(403, phone.submit(COMPLAINTS, "csrf", "none").status());
        open(SmallRegistry.BIRTH.value());
        assertEquals(
                403, phone.send(NEW, phone.filled(COMPLAINTS, "csrf", "none")).status());
    }

    private void open(String item) {
        phone.open(NEW + "?item=" + item);
    }

    private String number() {
        var number = NUMBER.matcher(phone.page());
        assertTrue(number.find(), phone.page());
        return number.group();
    }

    private Browser signedIn(String number) {
        var browser = new Browser(server.getURL());
        browser.open("/phone").submit("/phone/sign-in", "holderCode", number);
        return browser;
    }
}
