package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestDemoGate;
import city.certfree.fixture.Town;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a citizen finds and chooses before a licence is held out, without scripts. */
@MicronautTest(transactional = false)
@Property(name = TestDemoGate.PROPERTY, value = "true")
class ChoicesOnThePhoneTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    @Inject
    ReadOwnLicences own;

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
        phone = new Browser(server.getURL());
        phone.open("/phone").submit("/phone/sign-in", "holderCode", Town.CITIZEN.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"食品", "spjy", "food", "老街"})
    void licencesAreFoundByNameSpellingAndHolder(String words) {
        phone.open("/phone?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertTrue(phone.page().contains("<b>食品经营许可证</b>"));
        assertFalse(phone.page().contains("<b>结婚证</b>"));
        assertTrue(phone.page().contains("<b class=\"number\">2</b> 张证照"));
    }

    @Test
    void whatIsNotFoundIsSaid() {
        phone.open("/phone?q=zzz");
        assertTrue(phone.page().contains("没有找到这样的证照"));
    }

    @Test
    void oneTapInTheWalletShowsTheLicence() {
        phone.submit("/phone/shows");
        assertTrue(phone.page().contains("<title>出示证照"));
        assertTrue(phone.page().contains("窗口能看到"));
    }

    @Test
    void anItemIsChosenAndKeptWithEveryNewCode() {
        openLicence("");
        assertTrue(phone.page().contains("?item=" + SmallRegistry.SHOP.value()));
        openLicence("?item=" + SmallRegistry.SHOP.value());
        assertTrue(phone.page().contains("<small class=\"mute\">经营场所</small>"));
        phone.submit("/phone/shows");
        assertTrue(phone.page().contains("<dd>食品经营许可（变更）</dd>"));
        phone.submit("/phone/shows");
        assertTrue(phone.page().contains("<dd>食品经营许可（变更）</dd>"));
    }

    @Test
    void anItemThatDoesNotTakeTheLicenceIsAsGoodAsNone() {
        openLicence("?item=" + SmallRegistry.BIRTH.value());
        assertFalse(phone.page().contains("name=\"item\""));
        phone.submit("/phone/shows", "item", "S999");
        assertEquals(200, phone.status());
        assertFalse(phone.page().contains("只用于办理"));
    }

    @Test
    void theServersTimeIsInThePage() {
        phone.submit("/phone/shows");
        assertTrue(phone.page().matches("(?s).*data-now=\"[0-9]{13}\".*北京时间 <time data-clock>[-0-9]{10} [0-9:]{8}<.*"));
    }

    @Test
    void englishIsOneTapAwayAndChineseStaysMarked() {
        phone.submit("/appearance", "language", "en");
        assertTrue(phone.page().contains("<html lang=\"en\">"));
        assertTrue(phone.page().contains("<title>My licences"));
        assertTrue(phone.page().contains("<b>Food Business Licence</b>"));
        assertTrue(phone.page().contains("<span lang=\"zh-CN\">王小明</span>"));
        phone.submit("/phone/shows");
        assertTrue(phone.page().contains("<title>Show a licence"));
        phone.open("/phone/uses");
        assertTrue(phone.page().contains("<title>Who used my licences"));
        phone.open("/phone/licences/none");
        assertEquals(404, phone.status());
        assertTrue(phone.page().contains("There is no such licence"));
        phone.open("/phone").submit("/appearance", "language", "zh-CN");
        assertTrue(phone.page().contains("<html lang=\"zh-CN\">"));
    }

    private void openLicence(String query) {
        phone.open("/phone/licences/" + identifier(SmallRegistry.FOOD) + query);
    }

    private String identifier(LicenceTypeCode type) {
        return own.of(Town.CITIZEN).stream()
                .filter(l -> l.typeCode().equals(type.value()))
                .findFirst()
                .orElseThrow()
                .identifier();
    }
}
