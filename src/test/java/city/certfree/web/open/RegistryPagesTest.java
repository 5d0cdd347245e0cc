package city.certfree.web.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.registry.Registry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class RegistryPagesTest implements OnH2 {
    private static final String BIRTH = "/registry/items/" + SmallRegistry.BIRTH.value();
    private static final String MARRIAGE = "/registry/licence-types/" + SmallRegistry.MARRIAGE.value();

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry", "/counter", "/phone", "/api-docs"})
    void firstPageLeadsThroughEveryDoor(String door) {
        assertTrue(get("/").contains("<a href=\"" + door + "\">"));
    }

    @Test
    void firstPageCountsTheRegistry() {
        var page = get("/");
        assertTrue(page.contains("<dt>个免证事项</dt><dd class=\"number\">4</dd>"));
        assertTrue(page.contains("<dt>个办事机构</dt><dd class=\"number\">14</dd>"));
        assertTrue(page.contains("手机亮证<span class=\"tag info number\">1 种证照</span>"));
    }

    @Test
    void listShowsEveryItemAtFirst() {
        assertTrue(get("/registry").contains("找到 4 个事项"));
    }

    @Test
    void listIsFoundByPartOfAName() {
        var page = get("/registry?q=%E9%A3%9F%E5%93%81");
        assertTrue(page.contains("找到 1 个事项"));
        assertTrue(page.contains("/registry/items/" + SmallRegistry.SHOP.value()));
    }

    @Test
    void listIsFoundByPinyinInitials() {
        assertTrue(get("/registry?q=spjy").contains("/registry/items/" + SmallRegistry.SHOP.value()));
    }

    @Test
    void listIsNarrowedByThemeLevelAndChannelTogether() {
        assertTrue(get("/registry?theme=%E5%87%BA%E7%94%9F").contains("找到 2 个事项"));
        assertTrue(get("/registry?theme=%E5%87%BA%E7%94%9F&channel=SHARE").contains("找到 1 个事项"));
        assertTrue(get("/registry?theme=%E5%87%BA%E7%94%9F&channel=SHOW").contains("没有找到"));
    }

    @Test
    void unknownChannelNarrowsNothing() {
        assertTrue(get("/registry?channel=FAX").contains("找到 4 个事项"));
    }

    @Test
    void h24_htmlInNamesAndQuestionsIsInert() {
        for (var path :
                new String[] {"/registry", "/registry?q=%3Cscript%3E", "/registry/items/" + SmallRegistry.TRICKY.value()
                }) {
            var page = get(path);
            assertTrue(page.contains("&lt;script&gt;"), path);
            assertFalse(page.contains("<script>"), path);
            assertFalse(page.contains("<img"), path);
        }
    }

    @Test
    void itemTellsWhatNeedNotBeBroughtAndWhatReplacesIt() {
        var page = get(BIRTH);
        assertTrue(page.contains("这些材料不用带（2 份）"));
        assertTrue(page.contains("<b>结婚证复印件</b>"));
        assertTrue(page.contains("<a href=\"" + MARRIAGE + "\">结婚证</a>"));
        assertTrue(page.contains("父母未婚的"));
    }

    @Test
    void itemSendsToTheCityFirstAndThenDownToTheVillages() {
        var page = get(BIRTH);
        assertTrue(page.indexOf("<b>市政务服务中心</b>") < page.indexOf("<b>第1村便民服务站</b>"));
        assertTrue(page.contains("第 1 页，共 2 页"));
        assertTrue(get(BIRTH + "?page=2").contains("<b>第13村便民服务站</b>"));
    }

    @Test
    void itemLeadsToItsOfficesOnTheMap() {
        var page = get(BIRTH);
        assertTrue(page.contains("到哪里办（14 个机构）"));
        assertTrue(page.contains("href=\"/map?itemCode=" + SmallRegistry.BIRTH.value() + "\""));
        assertTrue(page.contains("<a href=\"tel:0632-0000000\">"));
    }

    @Test
    void itemFindsTheOfficeNearby() {
        assertTrue(get(BIRTH + "?near=%E7%AC%AC12%E6%9D%91").contains("<b>第12村便民服务站</b>"));
    }

    @Test
    void licenceTypeTellsItsFaceAndTheItemsItServes() {
        var page = get(MARRIAGE);
        assertTrue(page.contains("配偶姓名"));
        assertTrue(page.contains("长期有效"));
        assertTrue(page.contains("用在这些事项上（3 个）"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registry/items/S99",
                "/registry/items/%3Cb%3E",
                "/registry/licence-types/11370400XN00110706999",
                "/registry/licence-types/x"
            })
    void whatIsNotListedHasAPageThatLeadsBack(String path) {
        var answer = assertThrows(HttpClientResponseException.class, () -> get(path));
        assertEquals(HttpStatus.NOT_FOUND, answer.getStatus());
        assertTrue(answer.getResponse().getBody(String.class).orElseThrow().contains("href=\"/registry\""));
    }

    @Test
    void pagesLoadNothingFromElsewhereAndRunNoForeignScript() {
        var response = http.toBlocking().exchange("/registry", String.class);
        var policy = response.getHeaders().findFirst("Content-Security-Policy").orElseThrow();
        var page = response.getBody().orElseThrow();
        assertTrue(policy.startsWith("default-src 'self';"));
        assertFalse(page.contains("://"));
        assertFalse(page.contains(" style="));
        assertFalse(page.contains(" onclick="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/certfree.css", "/assets/icon.svg", "/assets/htmx/htmx.min.js"})
    void assetsComeFromTheServiceItself(String path) {
        assertFalse(get(path).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/counter.js", "/registry"})
    void requestsThatNameTheirOriginAreAnsweredTheSame(String path) {
        var origin = server.getURL().toString();
        var answer = http.toBlocking().exchange(HttpRequest.GET(path).header("Origin", origin));
        assertEquals(HttpStatus.OK, answer.getStatus());
    }

    @Test
    void pagesAreForThoseWhoAskForHtmlOnly() {
        var answer = http.toBlocking().exchange(HttpRequest.GET("/registry").accept(MediaType.TEXT_HTML_TYPE));
        assertEquals(HttpStatus.OK, answer.getStatus());
    }

    private String get(String path) {
        return http.toBlocking().retrieve(path);
    }
}
