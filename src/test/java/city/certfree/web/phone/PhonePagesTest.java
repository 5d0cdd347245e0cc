package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Occasion;
import city.certfree.access.Requester;
import city.certfree.access.account.DemoGate;
import city.certfree.audit.AccessLog;
import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.channel.show.Presented;
import city.certfree.channel.show.RedeemShow;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Purpose;
import city.certfree.registry.Registry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a citizen does with a phone whose browser runs no scripts. */
@MicronautTest(transactional = false)
class PhonePagesTest implements OnH2 {
    private static final Pattern DIGITS = Pattern.compile("77[0-9]{2}( [0-9]{4}){4}");

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    AccessLog log;

    @Inject
    RedeemShow redeem;

    @Inject
    ReadOwnLicences own;

    private final Gate gate = new Gate();
    private Browser phone;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @MockBean(DemoGate.class)
    DemoGate demo() {
        return gate;
    }

    @BeforeAll
    void settle() {
        town.settle();
    }

    @BeforeEach
    void signIn() {
        gate.open = true;
        phone = new Browser(server.getURL());
        phone.open("/phone").submit("/phone/sign-in", "holderCode", "３７０４９９19900101 0015");
    }

    @Test
    void withoutAnIdentityProviderItSaysSoPlainly() {
        gate.open = false;
        var visitor = new Browser(server.getURL()).open("/phone");
        assertTrue(visitor.page().contains("还没有接入统一身份认证"));
        assertFalse(visitor.page().contains("/phone/sign-in"));
    }

    @Test
    void strangersNumberIsRefusedAndNotShownAgain() {
        var visitor = new Browser(server.getURL()).open("/phone");
        visitor.submit("/phone/sign-in", "holderCode", "110101199003070011");
        assertEquals(401, visitor.status());
        assertFalse(visitor.page().contains("110101199003070011"));
    }

    @Test
    void showsOwnLicencesAndThoseOfTheShop() {
        assertTrue(phone.page().contains("王小明</span>，您有 <b class=\"number\">2</b> 张证照"));
        assertTrue(phone.page().contains("食品经营许可证"));
        assertFalse(phone.page().contains("<img"));
    }

    @Test
    void q06_pagesAreNotKeptByTheBrowser() {
        assertTrue(phone.headers().get("Cache-Control", String.class, "").contains("no-store"));
    }

    @Test
    void anothersLicenceIsNotFound() {
        phone.open("/phone/licences/1.2.156.3005.2.x");
        assertEquals(404, phone.status());
    }

    @Test
    void typeThatNobodyTakesByShowHasNoButton() {
        openLicence(SmallRegistry.MARRIAGE);
        assertTrue(phone.page().contains("这种证照不用您出示"));
        assertFalse(phone.page().contains("/phone/shows"));
    }

    @Test
    void codeIsShownAsPictureAndDigits() {
        show();
        assertTrue(phone.page().contains("<svg xmlns"));
        assertTrue(DIGITS.matcher(phone.page()).find());
        assertTrue(phone.page().contains("办事需要的内容"));
        assertFalse(phone.page().contains("<img"));
    }

    @Test
    void newCodeReplacesTheOld() {
        show();
        var first = digits();
        phone.submit("/phone/shows");
        assertFalse(first.equals(digits()));
    }

    @Test
    void afterFiveCodesThePageWaitsForTheCitizen() {
        show();
        for (int round = 1; round < 5; round++) {
            assertTrue(phone.page().contains("hx-trigger=\"load delay:"));
            phone.submit("/phone/shows");
        }
        assertFalse(phone.page().contains("hx-trigger=\"load delay:"));
    }

    @Test
    void choosesWhatTheCounterSees() {
        openLicence(SmallRegistry.FOOD);
        phone.submit("/phone/shows", "which", "chosen", "fields", "premises");
        assertTrue(phone.page().contains("<dd>经营场所</dd>"));
    }

    @Test
    void tellsWhoUsedItEvenWhenTheCodeWasRenewedMeanwhile() {
        show();
        var digits = digits();
        phone.submit("/phone/shows");
        log.append(redeem.redeem(occasion(), new Presented.Code(digits), Optional.empty()));
        phone.open(watch());
        assertTrue(phone.page().contains("已被 <b>市政务服务中心</b> 使用"));
    }

    @Test
    void unusedCodeSaysSo() {
        show();
        phone.open(watch());
        assertTrue(phone.page().contains("还没有使用"));
    }

    @Test
    void listsWhoUsedWhatInPlainWords() {
        show();
        var digits = digits();
        log.append(redeem.redeem(occasion(), new Presented.Code(digits), Optional.empty()));
        log.append(redeem.redeem(occasion(), new Presented.Code(digits), Optional.empty()));
        phone.open("/phone/uses");
        assertTrue(phone.page().contains("亮证通过"));
        assertTrue(phone.page().contains("办理 <span>食品经营许可（变更）</span>"));
        assertTrue(phone.page().indexOf("出示的码已用过") < phone.page().lastIndexOf("亮证通过"));
    }

    @Test
    void eachUseHasItsProofAndAFileOfIt() {
        show();
        log.append(redeem.redeem(occasion(), new Presented.Code(digits()), Optional.empty()));
        phone.open("/phone/uses");
        assertTrue(phone.page().contains("<template>c2sp.org/tlog-proof@v1\nextra "));
        var file = Pattern.compile("/phone/uses/[0-9A-Za-z_-]{22}/receipt").matcher(phone.page());
        assertTrue(file.find());
        phone.open(file.group());
        assertTrue(phone.page().startsWith("c2sp.org/tlog-proof@v1\nextra "));
        assertTrue(phone.headers()
                .get("Content-Disposition", String.class, "")
                .startsWith("attachment; filename=\"receipt-"));
        assertEquals(
                404, phone.open("/phone/uses/AAAAAAAAAAAAAAAAAAAAAA/receipt").status());
        assertEquals(404, phone.open("/phone/uses/none/receipt").status());
    }

    @Test
    void signingOutEndsTheSession() {
        phone.submit("/phone/sign-out");
        assertTrue(phone.open("/phone/uses").page().contains("登录我的证照"));
    }

    private void show() {
        openLicence(SmallRegistry.FOOD);
        phone.submit("/phone/shows");
    }

    private void openLicence(LicenceTypeCode type) {
        var licence = own.of(Town.CITIZEN).stream()
                .filter(l -> l.typeCode().equals(type.value()))
                .findFirst()
                .orElseThrow();
        phone.open("/phone/licences/" + licence.identifier());
    }

    private String digits() {
        var digits = DIGITS.matcher(phone.page());
        assertTrue(digits.find());
        return digits.group();
    }

    /** Where the page's own script asks after the code. */
    private String watch() {
        var address = Pattern.compile("hx-get=\"([^\"]*)\"").matcher(phone.page());
        assertTrue(address.find());
        return address.group(1);
    }

    private static Occasion occasion() {
        return new Occasion(
                new Requester.Clerk(Town.CLERK, SmallRegistry.CITY_HALL),
                SmallRegistry.SHOP,
                new CaseNumber("2026-0418"),
                new Purpose("办理食品经营许可变更"));
    }

    /** A demo that can be closed. */
    private static final class Gate implements DemoGate {
        private boolean open = true;

        @Override
        public boolean isOpen() {
            return open;
        }
    }
}
