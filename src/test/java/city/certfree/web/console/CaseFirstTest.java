package city.certfree.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.registry.Registry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case from its opening to its sheet, with a browser that runs no scripts. */
@MicronautTest(transactional = false)
class CaseFirstTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    private Browser browser;

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
        browser = new Browser(server.getURL());
        browser.open("/counter").submit("/counter/sign-in", "account", Town.CLERK, "password", Town.PASSWORD);
        browser.open("/counter?item=" + SmallRegistry.BIRTH.value());
    }

    @Test
    void numberIsMadeWhereThereIsNoneAndWhatWasTypedIsKept() {
        browser.submit("/counter/case", "generate", "yes", "purpose", "给孩子上户口", "name", Town.CITIZEN_NAME);
        assertEquals(200, browser.status());
        assertTrue(browser.page().matches("(?s).*value=\"ZS-[0-9]{8}-[2-9A-Z]{6}\".*"), browser.page());
        assertTrue(browser.page().contains("value=\"给孩子上户口\""));
        assertTrue(browser.page().contains("value=\"" + Town.CITIZEN_NAME + "\""));
    }

    @Test
    void applicantIsTypedOnce() {
        open("codeType", "111", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        browser.submit("/counter/uses");
        assertTrue(browser.page().contains("<h2>核验通过</h2>"), browser.page());
    }

    @Test
    void wrongNumberOfTheApplicantIsSaidAtOnce() {
        open("codeType", "111", "code", "370499199001010016");
        assertEquals(422, browser.status());
        assertTrue(browser.page().contains("申请人的证件号码不对"));
    }

    @Test
    void sheetTellsWhatIsProvenAndNamesNobodyInFull() {
        open("codeType", "111", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        browser.submit("/counter/summary");
        assertTrue(browser.page().contains("还没有核验"));
        assertTrue(browser.page().contains("还没有办完"));
        open("codeType", "111", "code", Town.CITIZEN.value(), "name", Town.CITIZEN_NAME);
        browser.submit("/counter/uses");
        var record = browser.page().replaceAll("(?s).*记录号 <span class=\"number\">([^<]*)<.*", "$1");
        assertTrue(browser.page().contains("可以受理"));
        browser.submit("/counter/summary");
        assertTrue(browser.page().contains(record));
        assertTrue(browser.page().contains("必需的材料都已核验"));
        var article = browser.page().replaceAll("(?s).*(<article.*</article>).*", "$1");
        assertFalse(article.contains(Town.CITIZEN.value()));
        assertFalse(article.contains(Town.CITIZEN_NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20150520", "2015/5/20", "2015年5月20日", "２０１５-05-20"})
    void datesAreTakenAsPeopleWriteThem(String date) {
        browser.open("/counter?item=" + SmallRegistry.SHOP.value()).submit("/counter/case", "caseNumber", "2026-0418");
        browser.submit("/counter/case", "material", "结婚证");
        browser.submit(
                "/counter/uses",
                "codeType",
                "111",
                "code",
                Town.CITIZEN.value(),
                "name",
                Town.CITIZEN_NAME,
                "certificateNumber",
                Town.MARRIAGE_NUMBER,
                "claim.registeredOn",
                date);
        assertTrue(browser.page().contains("<h2>核验通过</h2>"), browser.page());
    }

    @Test
    void settledMaterialsThatSomebodyMadeUpAreReadAsNone() {
        open();
        browser.submit("/counter/case", "settled", "PASS", "settled", "GREAT:1:结婚证复印件");
        assertTrue(browser.page().contains("已核验 0/1"));
    }

    private void open(String... typed) {
        browser.open("/counter?item=" + SmallRegistry.BIRTH.value());
        var fields = new ArrayList<>(List.of(typed));
        fields.addAll(List.of("caseNumber", "2026-0417"));
        browser.submit("/counter/case", fields.toArray(String[]::new));
    }
}
