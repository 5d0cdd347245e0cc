package city.certfree.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.DemoGate;
import city.certfree.audit.AccessLog;
import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.channel.show.IssueResult;
import city.certfree.channel.show.IssueShow;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.registry.Registry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a clerk does in a day, with a browser that runs no scripts. */
@MicronautTest(transactional = false)
class CounterPagesTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AccessLog log;

    @Inject
    IssueShow issue;

    @Inject
    ReadOwnLicences own;

    private Browser browser;

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

    @BeforeEach
    void signIn() {
        browser = new Browser(server.getURL());
        browser.open("/counter").submit("/counter/sign-in", "account", Town.CLERK, "password", Town.PASSWORD);
    }

    @Test
    void nobodyWorksHereWithoutSigningIn() {
        var stranger = new Browser(server.getURL()).open("/counter");
        assertTrue(stranger.page().contains("窗口登录"));
        stranger.send("/counter/case", List.of("item", "x"));
        assertTrue(stranger.page().contains("窗口登录"));
    }

    @Test
    void wrongPasswordSaysSoAndKeepsTheAccount() {
        var other = new Browser(server.getURL()).open("/counter");
        other.submit("/counter/sign-in", "account", "somebody", "password", "not-the-password");
        assertEquals(401, other.status());
        assertTrue(other.page().contains("账号或密码不对"));
        assertTrue(other.page().contains("value=\"somebody\""));
    }

    @Test
    void signingOutEndsTheSession() {
        assertTrue(browser.page().contains("市政务服务中心"));
        browser.open("/counter/sign-out").submit("/counter/sign-out");
        assertTrue(browser.open("/counter").page().contains("窗口登录"));
    }

    @Test
    void itemIsFoundAndThePurposePrefilled() {
        browser.open("/counter?q=%E5%87%BA%E7%94%9F");
        assertTrue(browser.page().contains("/counter?item=" + SmallRegistry.BIRTH.value()));
        browser.open("/counter?item=" + SmallRegistry.BIRTH.value());
        assertTrue(browser.page().contains("value=\"办理出生登记\""));
    }

    @Test
    void caseWithoutANumberIsAskedForOne() {
        browser.open("/counter?item=" + SmallRegistry.BIRTH.value()).submit("/counter/case", "caseNumber", " ");
        assertEquals(422, browser.status());
        assertTrue(browser.page().contains("请填写办件编号"));
    }

    @Test
    void sharesAndShowsOnlyWhatTheItemNeeds() {
        openCase(SmallRegistry.BIRTH);
        use("结婚证复印件", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        assertTrue(browser.page().contains("<h2>核验通过</h2>"));
        assertTrue(browser.page().contains("2015-05-20"));
        assertFalse(browser.page().contains(Town.SPOUSE));
        assertTrue(browser.page().contains("已核验 1/1"));
    }

    @Test
    void verifiesWhatTheApplicantSays() {
        openCase(SmallRegistry.SHOP);
        choose("结婚证");
        use("结婚证", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME, "certificateNumber", Town.MARRIAGE_NUMBER);
        assertTrue(browser.page().contains("<h2>核验通过</h2>"));
        assertTrue(browser.page().contains("记录号"));
    }

    @Test
    void saysWhichFieldDiffers() {
        openCase(SmallRegistry.SHOP);
        choose("结婚证");
        use(
                "结婚证",
                "code",
                Town.CITIZEN.value(),
                "name",
                Town.CITIZEN_NAME,
                "certificateNumber",
                Town.MARRIAGE_NUMBER,
                "claim.spouseName",
                "李大红");
        assertTrue(browser.page().contains("<h2>核验不通过</h2>"));
        assertTrue(browser.page().contains("<li class=\"fail\"><b aria-hidden=\"true\">✕</b><span>配偶姓名"));
        assertFalse(browser.page().contains(Town.SPOUSE));
    }

    @Test
    void fullWidthDigitsAndGapsAreTakenAsTyped() {
        openCase(SmallRegistry.BIRTH);
        use("结婚证复印件", "code", "３７０４９９ 19900101 ００１５", "name", Town.CITIZEN_NAME);
        assertTrue(browser.page().contains("<h2>核验通过</h2>"));
    }

    @Test
    void wrongNumberIsNamedAndNothingTypedIsLost() {
        openCase(SmallRegistry.BIRTH);
        use("结婚证复印件", "code", "370499199001010016", "name", Town.CITIZEN_NAME);
        assertEquals(422, browser.status());
        assertTrue(browser.page().contains("公民身份号码不对"));
        assertTrue(browser.page().contains("value=\"370499199001010016\""));
        assertTrue(browser.page().contains("value=\"" + Town.CITIZEN_NAME + "\""));
    }

    @Test
    void dateThatIsNoneIsAskedAgain() {
        openCase(SmallRegistry.SHOP);
        choose("结婚证");
        use(
                "结婚证",
                "code",
                Town.CITIZEN.value(),
                "name",
                Town.CITIZEN_NAME,
                "certificateNumber",
                Town.MARRIAGE_NUMBER,
                "claim.registeredOn",
                "2015-02-30");
        assertEquals(422, browser.status());
        assertTrue(browser.page().contains("“登记日期”的格式不对"));
    }

    @Test
    void looksUpMaskedAndUnmasksForAReason() {
        openCase(SmallRegistry.HOUSE);
        use("婚姻状况证明", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        assertTrue(browser.page().contains("李*红"));
        assertFalse(browser.page().contains(Town.SPOUSE));
        browser.submit("/counter/unmasking", "fields", "spouseName", "reason", "核对共有人");
        assertTrue(browser.page().contains(Town.SPOUSE));
    }

    @Test
    void q08_formSentTwiceActsOnce() {
        openCase(SmallRegistry.BIRTH);
        var before = log.count(List.of(Town.CITIZEN));
        var form = browser.filled("/counter/uses", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        var first = browser.send("/counter/uses", form).page();
        var second = browser.send("/counter/uses", form).page();
        assertEquals(recordId(first), recordId(second));
        assertEquals(before + 1, log.count(List.of(Town.CITIZEN)));
    }

    @Test
    void sameFormWithOtherWordsIsAnotherAct() {
        openCase(SmallRegistry.BIRTH);
        var wrong = browser.filled("/counter/uses", "code", Town.CITIZEN.value(), "name", "王大明");
        var right = browser.filled("/counter/uses", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        assertTrue(browser.send("/counter/uses", wrong).page().contains("核验不通过"));
        assertTrue(browser.send("/counter/uses", right).page().contains("核验通过"));
    }

    @Test
    void h24_codeIsAcceptedOnceAndHtmlInANameIsInert() {
        openCase(SmallRegistry.SHOP);
        var digits = shown();
        browser.submit("/counter/scans", "presented", digits.replaceAll("(.{4})", "$1 "));
        assertTrue(browser.page().contains("<h2>核验通过</h2>"));
        assertTrue(browser.page().contains(Town.PREMISES));
        assertFalse(browser.page().contains("<img"));
        assertTrue(browser.page().contains("已核验 1/2"));
        browser.submit("/counter/scans", "presented", digits);
        assertTrue(browser.page().contains("<h2>核验不通过</h2>"));
        assertTrue(browser.page().contains("已经用过一次"));
    }

    @Test
    void whatIsProvenStaysProvenAndALaterFailureIsATry() {
        openCase(SmallRegistry.SHOP);
        var digits = shown();
        browser.submit("/counter/scans", "presented", digits);
        var proof = recordId(browser.page());
        browser.submit("/counter/scans", "presented", digits);
        var attempt = recordId(browser.page());
        assertTrue(browser.page().contains("已核验 1/2"));
        assertTrue(browser.page().contains("仍然算数"));
        assertTrue(browser.page().contains("后来又试过一次：核验不通过"));
        browser.submit("/counter/summary");
        assertTrue(browser.page().contains("✓ 核验通过"));
        assertTrue(browser.page().contains(proof));
        assertTrue(browser.page().contains(attempt));
    }

    @Test
    void codeShownBySomebodyElseDoesNotPass() {
        openCase(SmallRegistry.SHOP);
        var stranger = "370499198503070028";
        var check = HolderCode.citizenCheck(stranger.substring(0, 17));
        browser.submit("/counter/scans", "presented", shown(), "shownBy", stranger.substring(0, 17) + check);
        assertTrue(browser.page().contains("<h2>核验不通过</h2>"));
        assertTrue(browser.page().contains("持证人与所查证件不一致"));
    }

    @Test
    void whatIsNoCodeIsNotRecognised() {
        openCase(SmallRegistry.SHOP);
        browser.submit("/counter/scans", "presented", "<script>alert(1)</script>");
        assertTrue(browser.page().contains("<h2>核验不通过</h2>"));
        assertTrue(browser.page().contains("这不是亮证的二维码或数字"));
    }

    @Test
    void q05_paymentCodeIsRefusedInWordsAndNotRecorded() {
        openCase(SmallRegistry.SHOP);
        browser.submit("/counter/scans", "presented", "134567890123456789");
        assertTrue(browser.page().contains("这是微信付款码"));
        assertTrue(browser.page().contains("没有产生记录"));
    }

    @Test
    void whatWasCalledOffIsNotRecordedLater() {
        openCase(SmallRegistry.BIRTH);
        var before = log.count(List.of(Town.CITIZEN));
        var form = browser.filled("/counter/uses", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        assertTrue(browser.send("/counter/became", form).page().contains("data-became=\"not-recorded\""));
        assertTrue(browser.send("/counter/uses", form).page().contains("已经作废，没有记录"));
        assertEquals(before, log.count(List.of(Town.CITIZEN)));
    }

    @Test
    void itemWithNothingToProveSaysSo() {
        openCase(SmallRegistry.TRICKY);
        assertTrue(browser.page().contains("本事项不需要核验"));
        assertFalse(browser.page().contains("<img"));
    }

    @Test
    void h23_formWithoutTheTokenOfItsSessionIsRefused() {
        openCase(SmallRegistry.BIRTH);
        browser.submit("/counter/case", "csrf", "0".repeat(64));
        assertEquals(403, browser.status());
        assertTrue(browser.page().contains("<html lang=\"zh-CN\">"));
    }

    private void openCase(ItemCode item) {
        browser.open("/counter?item=" + item.value()).submit("/counter/case", "caseNumber", "２０２６－0417");
    }

    private void choose(String material) {
        browser.submit("/counter/case", "material", material);
    }

    private void use(String material, String... typed) {
        assertTrue(browser.page().contains("value=\"" + material + "\""), browser.page());
        browser.submit("/counter/uses", typed);
    }

    /** The digits on the phone of the shop's legal representative. */
    private String shown() {
        var licence = own.of(Town.CITIZEN).stream()
                .filter(l -> l.typeCode().equals(SmallRegistry.FOOD.value()))
                .findFirst()
                .orElseThrow();
        var issued = issue.issue(Town.CITIZEN, LicenceIdentifier.parse(licence.identifier()), Optional.empty(), null);
        return ((IssueResult.Issued) issued).code().digits();
    }

    private static String recordId(String page) {
        return page.replaceAll("(?s).*记录号 <span class=\"number\">([^<]*)<.*", "$1");
    }
}
