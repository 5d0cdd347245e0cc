package city.certfree.web.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.OnH2;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public calls, over HTTP, on the whole sample city. The expected numbers were counted in its files. */
@MicronautTest(transactional = false)
class RegistryApiTest implements OnH2 {
    private static final String BIRTH = "/api/v1/items/S07110500013";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    PublishRegistry publish;

    @BeforeAll
    void publishTheSample() {
        assertInstanceOf(
                PublishResult.Published.class,
                publish.publish(RegistrySource.sample(), LocalDate.of(2022, 7, 5), "枣庄市行政审批服务局"));
    }

    @Test
    void summaryIsCounted() {
        var summary = object("/api/v1/registry/summary");
        assertEquals(
                List.of(1226, 459, Map.of("SHARE", 333, "VERIFY", 155, "LOOKUP", 107, "SHOW", 92), 2500, 1),
                List.of(
                        part(summary, "items"),
                        part(summary, "licenceTypes"),
                        part(summary, "channels"),
                        part(summary, "offices"),
                        part(summary, "version")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',1226",
        "q=,1226",
        "theme=出生,9",
        "level=市级,304",
        "category=行政许可,503",
        "departmentCode=1105,112",
        "audience=法人,503",
        "channel=SHOW,418",
        "licenceTypeCode=11370400XN0011061G001,35",
        "channel=SHOW&licenceTypeCode=11370400XN0011061G001,6",
        "theme=火星,0",
        "q=spjyxk,10",
        "q=SPJYXK,10",
        "q=shipinjingyingxuke,10",
        "q=食品经营许可,10",
        "q=食品经营许可（延续）,2",
        "q=食品经营许可(延续),2",
        "q=s0711,199",
        "q=食品 延续,4",
        "q=S07110500013,1"
    })
    void itemsAreNarrowed(String query, int total) {
        assertEquals(total, part(object("/api/v1/items" + encoded(query)), "total"));
    }

    @Test
    void licenceTypesAreNarrowed() {
        assertEquals(92, total("/api/v1/licence-types?channel=SHOW"));
        assertEquals(195, total("/api/v1/licence-types?holderKind=LEGAL_ENTITY"));
        assertEquals(26, total("/api/v1/licence-types?holderKind=LEGAL_ENTITY&channel=SHOW"));
        assertEquals(1, total("/api/v1/licence-types?q=jiehunzheng"));
        assertEquals(2, total("/api/v1/licence-types?q=marriage+certificate"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',2500",
        "districtCode=370403,328",
        "kind=镇街便民服务中心,65",
        "departmentCode=1105,287",
        "itemCode=S07110500013,287",
        "itemCode=S00000000000,0",
        "q=沙沟,37"
    })
    void officesAreNarrowed(String query, int total) {
        assertEquals(total, part(object("/api/v1/offices" + encoded(query)), "total"));
    }

    @Test
    void itemHasItsExemptionsInFull() {
        var item = object(BIRTH);
        var exemption = objects(item, "exemptions").get(3);
        var expected = Map.of(
                "materialName",
                "父母结婚证复印件",
                "mode",
                "SHARE",
                "licenceTypeCode",
                "11370400XN0011061G001",
                "licenceTypeName",
                "结婚证",
                "required",
                true,
                "fields",
                List.of("certNo", "registerDate", "husbandName", "wifeName"));
        assertNull(exemption.remove("condition"));
        assertEquals(expected, exemption);
        assertEquals("出生登记（婚内新生儿入户）", part(item, "name"));
    }

    @Test
    void itemInAListHasTheSameFieldsButNoExemptions() {
        var full = object(BIRTH);
        full.remove("exemptions");
        assertEquals(List.of(full), objects(object("/api/v1/items?q=S07110500013"), "items"));
    }

    @Test
    void licenceTypeHasItsChannelsAndAttributes() {
        var type = object("/api/v1/licence-types/11370400XN0011061G001");
        assertEquals(List.of("SHARE", "VERIFY", "SHOW"), part(type, "channels"));
        assertEquals(
                Map.of("key", "husbandIdNo", "name", "男方公民身份号码", "type", "string", "sensitive", true),
                objects(type, "attributes").get(4));
    }

    @Test
    void departmentsAreAllThere() {
        var departments = object("/api/v1/departments");
        assertEquals(48, part(departments, "total"));
        assertEquals(
                Map.of("code", "1105", "name", "枣庄市公安局", "creditCode", "11370400XN0011053M"),
                objects(departments, "items").get(4));
    }

    @Test
    void nearestOfficesComeFirstWithTheirDistance() {
        var page = objects(object("/api/v1/offices?near=34.81,117.32&limit=3"), "items");
        assertEquals(
                List.of("37040060001 97", "37040010001 154", "37040050020 190"),
                page.stream()
                        .map(o -> part(o, "officeCode") + " " + part(o, "distanceMetres"))
                        .toList());
        assertFalse(
                objects(object("/api/v1/offices?limit=1"), "items").getFirst().containsKey("distanceMetres"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/items?limit=200",
                "/api/v1/offices?limit=199",
                "/api/v1/offices?near=34.81,117.32&limit=200",
                "/api/v1/departments?limit=7"
            })
    void cursorsLeadOnceThroughTheWholeList(String path) {
        var seen = new ArrayList<Map<String, Object>>();
        var page = object(path);
        while (page.get("nextCursor") != null) {
            seen.addAll(objects(page, "items"));
            page = object(path + "&cursor=" + part(page, "nextCursor"));
        }
        seen.addAll(objects(page, "items"));
        assertEquals(part(page, "total"), seen.stream().distinct().count() == seen.size() ? seen.size() : -1);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/items?limit=0,invalid-value,?limit",
        "/api/v1/items?limit=201,invalid-value,?limit",
        "/api/v1/items?limit=x,invalid-value,?limit",
        "/api/v1/items?limit=-1,invalid-value,?limit",
        "/api/v1/items?channel=FAX,invalid-value,?channel",
        "/api/v1/items?departmentCode=11,invalid-value,?departmentCode",
        "/api/v1/items?licenceTypeCode=1,invalid-value,?licenceTypeCode",
        "/api/v1/items?q=%00,invalid-value,?q",
        "/api/v1/items?q=%20,invalid-value,?q",
        "/api/v1/items?q=%ED%A0%80,invalid-value,?q",
        "/api/v1/items?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,invalid-value,?q",
        "/api/v1/items?size=10,unknown-parameter,?",
        "/api/v1/items?theme=a&theme=b,repeated-parameter,?theme",
        "/api/v1/items?cursor=x,cursor-invalid,?cursor",
        "/api/v1/items?cursor=AAAAAAAAAAAAAAAA,cursor-invalid,?cursor",
        "/api/v1/items/S07110500013?x=1,unknown-parameter,?",
        "/api/v1/registry/summary?x=1,unknown-parameter,?",
        "/api/v1/licence-types?holderKind=CAT,invalid-value,?holderKind",
        "/api/v1/offices?near=here,invalid-value,?near",
        "'/api/v1/offices?near=91,117',invalid-value,?near",
        "'/api/v1/offices?near=34.8,181',invalid-value,?near",
        "'/api/v1/offices?near=34.8',invalid-value,?near",
        "/api/v1/offices?districtCode=3704,invalid-value,?districtCode",
        "/api/v1/offices?itemCode=%3Cb%3E,invalid-value,?itemCode"
    })
    void h17_wrongParametersAreNamed(String path, String code, String pointer) {
        var problem = refused(path);
        assertEquals(
                List.of(400, code, pointer),
                List.of(
                        part(problem, "status"),
                        part(problem, "code"),
                        part(objects(problem, "errors").getFirst(), "pointer")));
    }

    @Test
    void h17_cursorOfAnotherListIsInvalid() {
        var cursor = part(object("/api/v1/items?level=%E5%B8%82%E7%BA%A7&limit=1"), "nextCursor");
        assertEquals(
                "cursor-invalid",
                refused("/api/v1/items?limit=1&cursor=" + cursor).get("code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/items/S99999999999",
                "/api/v1/items/%3Cb%3E",
                "/api/v1/licence-types/11370400XN0011061G999",
                "/api/v1/licence-types/x"
            })
    void whatIsNotListedIsNotFound(String path) {
        assertEquals(List.of(404, "not-found"), List.of(part(refused(path), "status"), part(refused(path), "code")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/registry/summary",
                "/api/v1/items",
                BIRTH,
                "/api/v1/licence-types",
                "/api/v1/licence-types/11370400XN0011061G001",
                "/api/v1/departments",
                "/api/v1/offices?near=34.8,117.3"
            })
    void answersMayBeKeptAndAreAskedForAgainByTheirTag(String path) {
        var first = exchange(path, null);
        var tag = first.getHeaders().findFirst("ETag").orElseThrow();
        assertTrue(tag.matches("\"[0-9a-f]{64}\""), tag);
        assertTrue(first.getHeaders().findFirst("Cache-Control").orElseThrow().startsWith("public, max-age="));
        var again = exchange(path, "\"other\", " + tag);
        assertEquals(304, again.code());
        assertTrue(again.getBody(String.class).isEmpty());
        assertEquals(tag, again.getHeaders().findFirst("ETag").orElseThrow());
        assertEquals(200, exchange(path, "\"other\"").code());
    }

    @Test
    void tagsOfDifferentAnswersDiffer() {
        assertNotEquals(
                exchange("/api/v1/items?limit=1", null).getHeaders().get("ETag"),
                exchange("/api/v1/items?limit=2", null).getHeaders().get("ETag"));
    }

    @Test
    void problemsAreNotKept() {
        var failure = assertThrows(HttpClientResponseException.class, () -> object("/api/v1/items/S99999999999"));
        assertEquals("no-store", failure.getResponse().getHeaders().get("Cache-Control"));
        assertNull(failure.getResponse().getHeaders().get("ETag"));
    }

    @Test
    void serviceIsReadyOnceARegistryIsPublished() {
        assertEquals(200, exchange("/health/readiness", null).code());
    }

    private HttpResponse<String> exchange(String path, @Nullable String knownTag) {
        var request = HttpRequest.GET(path);
        if (knownTag != null) {
            request.header("If-None-Match", knownTag);
        }
        return http.toBlocking().exchange(request, String.class);
    }

    private Map<String, Object> object(String path) {
        return http.toBlocking().retrieve(HttpRequest.GET(path), Argument.mapOf(String.class, Object.class));
    }

    private Object total(String path) {
        return part(object(path), "total");
    }

    private Map<String, Object> refused(String path) {
        var failure = assertThrows(HttpClientResponseException.class, () -> object(path));
        return failure.getResponse()
                .getBody(Argument.mapOf(String.class, Object.class))
                .orElseThrow();
    }

    private static Object part(Map<String, Object> object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) part(object, name);
    }

    private static String encoded(String query) {
        var uri = UriBuilder.of("");
        for (var parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            uri.queryParam(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return uri.build().toString();
    }
}
