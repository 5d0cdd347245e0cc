package city.certfree.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bad input gets the problem that the contract names, with its place, and none of its content. */
@MicronautTest(transactional = false)
class BadInputTest implements OnDemoCity {
    private static final String SHARES = "/api/v1/shares";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    JsonMapper json;

    private Caller system;
    private String valid;

    @BeforeAll
    void signIn() throws IOException {
        system = Caller.system(http);
        valid = json.writeValueAsString(UseRequest.share().body());
        assertEquals(200, system.post(SHARES, valid).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON           | {                                  | malformed-json",
                "a name twice       | {\"itemCode\":\"a\",\"itemCode\":\"b\"} | duplicate-name",
                "an array           | []                                 | invalid-value",
                "nothing in it      | {}                                 | invalid-value"
            })
    void refusesABody(String what, String body, String code) {
        assertEquals("400 " + code, system.post(SHARES, body).problem(), what);
    }

    /** One member of a valid body replaced. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"itemCode\":\"S07110500013\" | \"itemCode\":7                  | invalid-value        | /itemCode",
                "\"itemCode\":\"S07110500013\" | \"itemCode\":\"<script>\"       | invalid-value        | /itemCode",
                "\"itemCode\":\"S07110500013\" | \"itemCode\":null               | invalid-value        | /itemCode",
                "\"itemCode\":\"S07110500013\" | \"itemCode\":\"S07110500013\",\"level\":1 | unknown-property | /level",
                "\"caseNumber\":\"BJ-20261123-0001\" | \"caseNumber\":\" \"      | case-number-missing  | /caseNumber",
                "\"caseNumber\":\"BJ-20261123-0001\", | ''                       | case-number-missing  | /caseNumber",
                "\"caseNumber\":\"BJ-20261123-0001\" | \"caseNumber\":\"a\\u0007\" | invalid-value      | /caseNumber",
                "\"caseNumber\":\"BJ-20261123-0001\" | \"caseNumber\":\"a\\ud800\" | invalid-value      | /caseNumber",
                "办理S07110500013 | ''                                           | purpose-missing      | /purpose",
                "办理S07110500013 | 为370499199001010015办理                      | invalid-value        | /purpose",
                "办理S07110500013 | 为３７０４９９１９９００１０１００１５办理      | invalid-value        | /purpose",
                "11370400XN0011061G001 | 11370400                                | invalid-value        | /licenceTypeCode",
                "\"codeType\":\"111\" | \"codeType\":\"112\"                      | invalid-value        | /holder/codeType",
                "370499199001010015 | 370499199001010016                         | holder-code-invalid  | /holder/code",
                "370499199001010015 | 370499199002300018                         | holder-code-invalid  | /holder/code",
                "370499199001010015 | ３７０４９９１９９００１０１００１５         | holder-code-invalid  | /holder/code",
                "\"name\":\"王小明\" | \"name\":\"\"                              | invalid-value        | /holder/name",
                "\"name\":\"王小明\" | \"name\":\"王小明\",\"age\":1              | unknown-property     | /holder/age"
            })
    void h15_namesTheFieldThatIsWrong(String member, String replacement, String code, String pointer) {
        assertTrue(valid.contains(member), valid);
        var problem = system.post(SHARES, valid.replace(member, replacement));
        assertEquals("400 " + code, problem.problem());
        assertEquals(
                pointer, UseRequest.objects(problem.member("errors")).getFirst().get("pointer"));
        assertFalse(problem.body().toString().contains("37049919900101"), "no number comes back");
    }

    @Test
    void namesAllFieldsAtOnceInTheCallersLanguage() {
        var body = valid.replace("S07110500013\",", "?\",").replace("370499199001010015", "1");
        var chinese = system.post(SHARES, body);
        var english = system.post(SHARES, body, "Accept-Language", "en-GB,en;q=0.9");
        assertEquals(
                List.of("/itemCode", "/holder/code"),
                UseRequest.objects(chinese.member("errors")).stream()
                        .map(e -> e.get("pointer"))
                        .toList());
        assertEquals("字段的值不符合要求", chinese.text("title"));
        assertEquals("A value does not follow its rule", english.text("title"));
        assertTrue(chinese.text("detail").contains("事项编码"));
        assertTrue(english.text("detail").contains("item code"));
    }

    @Test
    void answersEachProblemInItsForm() {
        var problem = system.post(SHARES, "{");
        assertEquals("application/problem+json", problem.headers().get("Content-Type"));
        assertTrue(problem.text("type").endsWith("/problems/malformed-json"));
        assertTrue(problem.text("traceId").matches("[0-9a-f]{32}"));
        var traced = system.post(SHARES, "{", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertEquals("0af7651916cd43dd8448eb211c80319c", traced.text("traceId"));
    }

    @Test
    void refusesOtherMediaTypesMethodsAndSizes() {
        var form = HttpRequest.POST(SHARES, "itemCode=1").contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        assertEquals("415 media-type-unsupported", system.send(form).problem());
        var text = HttpRequest.POST(SHARES, valid).contentType(MediaType.TEXT_PLAIN_TYPE);
        assertEquals("415 media-type-unsupported", system.send(text).problem());
        var large = "{\"purpose\":\"" + "长".repeat(90_000) + "\"}";
        assertEquals("413 body-too-large", system.post(SHARES, large).problem());
        assertEquals(
                "405 method-not-allowed",
                system.send(HttpRequest.PUT(SHARES, valid)).problem());
        assertEquals("404 not-found", system.get("/api/v1/nothing-here").problem());
    }

    @Test
    void h18_refusesABrokenIdempotencyKey() {
        for (var key : List.of("two words", "k".repeat(256))) {
            assertEquals(
                    "400 invalid-value",
                    system.post(SHARES, valid, "Idempotency-Key", key).problem());
        }
    }

    @Test
    void refusesAnOperatorThatIsAPersonsNameOrNumber() {
        for (var operator : List.of("王小明", "370499199001010015", "a".repeat(65))) {
            var body = UseRequest.share().with("operator", operator).body();
            assertEquals("400 invalid-value", system.post(SHARES, body).problem());
        }
        assertEquals(
                200,
                system.post(
                                SHARES,
                                UseRequest.share().with("operator", "window-7").body())
                        .status());
    }

    @Test
    void h16_takesOldAndSmallSpellingsOfANumberForTheSame() {
        var old = UseRequest.share().ofHolder("111", "370499900101001", "王小明").body();
        assertEquals(
                1,
                UseRequest.objects(system.post(SHARES, old).member("licences")).size());
    }

    @Test
    void recordsNothingOfBadInput() {
        var citizen = Caller.citizen(http, Caller.WANG);
        var before = citizen.get("/api/v1/me/uses?limit=1").member("total");
        system.post(SHARES, valid.replace("S07110500013\",", "?\","));
        assertEquals(before, citizen.get("/api/v1/me/uses?limit=1").member("total"));
    }

    @Test
    void answersAnUnknownSessionLikeNone() {
        var request =
                HttpRequest.GET("/api/v1/me/licences").header("Cookie", "certfree_session=AAAAAAAAAAAAAAAAAAAAAA");
        assertEquals("401 not-signed-in", Caller.nobody(http).send(request).problem());
    }
}
