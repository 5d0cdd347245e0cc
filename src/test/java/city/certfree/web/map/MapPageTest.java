package city.certfree.web.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map's page as a browser without scripts gets it: one city hall and thirteen villages. */
@MicronautTest(transactional = false)
@Property(name = "certfree.map.tiles", value = "https://tiles.example/{z}/{x}/{y}.png")
@Property(name = "certfree.map.datum", value = "GCJ_02")
@Property(name = "certfree.map.attribution", value = "<b>地图 © 某图</b>")
class MapPageTest implements OnH2 {
    @Inject
    @Client("/")
    HttpClient http;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @Test
    void listsEveryOfficeAtFirstTheCityBeforeTheVillages() {
        var page = get("/map");
        assertTrue(page.contains("找到 14 个办事机构"));
        assertTrue(page.indexOf("<b>市政务服务中心</b>") < page.indexOf("<b>第1村便民服务站</b>"));
        assertTrue(page.contains("data-places=\"0-13\""));
    }

    @ParameterizedTest
    @CsvSource({
        "q, 第12村, 1, 11",
        "q, d12c, 1, 11",
        "q, 民生路, 14, 0-13",
        "districtCode, 370481, 1, 13",
        "kind, 村居便民服务站, 13, 0-12",
        "departmentCode, 1107, 14, 0-13",
        "departmentCode, 1108, 0, ''",
        "item, 出生, 14, 0-13",
        "item, 太空旅行, 0, ''",
        "itemCode, S07110700013, 14, 0-13",
        "itemCode, S99999999999, 0, ''",
        "itemCode, <b>, 14, 0-13",
        "q, '', 14, 0-13",
    })
    void narrowsByEachFilterAndTellsTheMapWhatIsLeft(String name, String value, int count, String places) {
        var page = get(UriBuilder.of("/map").queryParam(name, value).build().toString());
        assertTrue(page.contains("找到 " + count + " 个办事机构"), page);
        assertTrue(page.contains("data-places=\"" + places + "\""));
    }

    @Test
    void sameFiltersLeadFromMapToListAndBack() {
        var page = get(UriBuilder.of("/map")
                .queryParam("kind", "村居便民服务站")
                .queryParam("itemCode", SmallRegistry.BIRTH)
                .queryParam("view", "list")
                .build()
                .toString());
        assertTrue(page.contains("找到 13 个办事机构"));
        assertFalse(page.contains("id=\"map\""));
        var filters = "kind=%E6%9D%91%E5%B1%85%E4%BE%BF%E6%B0%91%E6%9C%8D%E5%8A%A1%E7%AB%99&amp;itemCode=S07110700013";
        assertTrue(page.contains("<a href=\"/map?" + filters + "\">地图</a>"), page);
        assertTrue(page.contains("<a href=\"/map?" + filters + "&amp;view=list\" aria-current=\"true\">只看列表</a>"));
        assertTrue(page.contains("只看能办“<a href=\"/registry/items/S07110700013\">出生登记</a>”的机构"));
    }

    @Test
    void h23_loadsPicturesFromTheTilesHostOnTheMapOnly() {
        assertEquals(
                "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
                        + "; img-src 'self' data: https://tiles.example",
                policy("/map"));
        assertFalse(policy("/registry").contains("tiles.example"));
    }

    @Test
    void h24_settingsAndQuestionsStayText() {
        var page = get("/map?q=%3Cscript%3Ealert(1)%3C/script%3E");
        assertTrue(page.contains("data-datum=\"GCJ_02\""));
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("<b>地图"), page);
    }

    private String policy(String path) {
        return http.toBlocking()
                .exchange(path, String.class)
                .getHeaders()
                .findFirst("Content-Security-Policy")
                .orElseThrow();
    }

    private String get(String path) {
        return http.toBlocking().retrieve(path);
    }
}
