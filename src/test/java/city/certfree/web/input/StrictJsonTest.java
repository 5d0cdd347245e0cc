package city.certfree.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.web.problem.FieldError;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsARecordWithAllThatRequestsAreMadeOf() {
        var whole = read(
                """
                {"name":"王","inner":{"code":"a"},"list":["x","y"],"claims":{"a":"1","b":12.50}}""");
        assertEquals(new Whole("王", new Inner("a"), List.of("x", "y"), Map.of("a", "1", "b", "12.50")), whole);
    }

    @Test
    void takesWhatMayBeAbsentForNull() {
        var whole = read("{\"name\":\"n\",\"inner\":{\"code\":\"a\"},\"list\":null}");
        assertNull(whole.list());
        assertNull(whole.claims());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "{} {}",
                "{\"name\":'n'}",
                "{name:\"n\"}",
                "{\"name\":\"n\",}",
                "{\"claims\":{\"a\":1e400}}",
                "{\"claims\":{\"a\":11111111111111111111111111111111111111111111111111111111111111111111}}",
                "[[[[[[[[[[[[]]]]]]]]]]]]",
                "{\"name\":NaN}",
                "{\"name\":\"\\x\"}",
                "// a comment\n{}"
            })
    void refusesWhatIsNotJson(String body) {
        assertEquals(
                ProblemCode.MALFORMED_JSON,
                problem(body.getBytes(StandardCharsets.UTF_8)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\",\"n\\u0061me\":\"b\"}",
                "{\"claims\":{\"a\":\"1\",\"a\":\"1\"}}"
            })
    void refusesANameThatOccursTwice(String body) {
        assertEquals(
                ProblemCode.DUPLICATE_NAME,
                problem(body.getBytes(StandardCharsets.UTF_8)).code());
    }

    @Test
    void h05_refusesAnotherEncodingThanUtf8() {
        assertEquals(
                ProblemCode.MALFORMED_JSON,
                problem("{}".getBytes(StandardCharsets.UTF_16BE)).code());
        assertEquals(
                ProblemCode.MALFORMED_JSON,
                problem(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}).code());
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var problem = problem("{\"inner\":{\"code\":1},\"list\":[\"a\",2],\"claims\":{\"a\":[]},\"extra\":1}"
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("/extra", "/name", "/inner/code", "/list/1", "/claims/a"),
                problem.errors().stream().map(FieldError::pointer).toList());
        assertEquals(ProblemCode.UNKNOWN_PROPERTY, problem.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\n", "\\u0085", "\\ud800", "\\udc00\\ud800"})
    void h15_refusesControlCharactersAndHalfCharacters(String text) {
        var problem =
                problem(("{\"name\":\"a" + text + "\",\"inner\":{\"code\":\"a\"}}").getBytes(StandardCharsets.UTF_8));
        assertEquals(ProblemCode.INVALID_VALUE, problem.code());
        assertEquals("/name", problem.errors().getFirst().pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"x\"", "[]", "true"})
    void refusesWhatIsNoObject(String body) {
        assertEquals(
                ProblemCode.INVALID_VALUE,
                problem(body.getBytes(StandardCharsets.UTF_8)).code());
    }

    @Test
    void neverRepeatsAValueOrAnUnknownNameInFull() {
        var problem = problem("{\"370499199001010015 王小明\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("/370499199001010015????", problem.errors().getFirst().pointer());
    }

    private static Whole read(String body) {
        return StrictJson.read(body.getBytes(StandardCharsets.UTF_8), Whole.class);
    }

    private static ProblemException problem(byte[] body) {
        return assertThrows(ProblemException.class, () -> StrictJson.read(body, Whole.class));
    }

    private record Whole(String name, Inner inner, @Nullable List<String> list, @Nullable Map<String, String> claims) {}

    private record Inner(String code) {}
}
