package city.certfree.crypto.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.InvalidValue;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsTextsNumbersTruthListsAndObjects() {
        var json =
                "{\"name\":\"王𬭎\",\"iat\":1790000000,\"yes\":true,\"no\":false,\"list\":[1,\"\"],\"in\":{\"a\":-1}} ";

        var expected = Map.of(
                "name",
                "王𬭎",
                "iat",
                1_790_000_000L,
                "yes",
                true,
                "no",
                false,
                "list",
                List.of(1L, ""),
                "in",
                Map.of("a", -1L));
        assertEquals(expected, StrictJson.object(json.getBytes(UTF_8)));
    }

    @Test
    void readsNumbersOf64BitsAndNoMore() {
        assertEquals(Map.of("n", Long.MAX_VALUE), StrictJson.object("{\"n\":9223372036854775807}".getBytes(UTF_8)));
        assertThrows(InvalidValue.class, () -> StrictJson.object("{\"n\":9223372036854775808}".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"{}\"",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"alg\":1,\"\\u0061lg\":1}",
                "{\"in\":{\"a\":1,\"a\":2}}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1}//",
                "{\"a\":01}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":1e400}",
                "{\"a\":NaN}",
                "{\"a\":null}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\u0085\"}",
                "\uFEFF{}"
            })
    void refusesEverythingElse(String json) {
        assertThrows(InvalidValue.class, () -> StrictJson.object(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22c0af227d", // overlong
                "7b2261223a22eda080227d", // a surrogate in UTF-8
                "7b2261223a22ff227d",
                "7b2261223a22f4908080227d" // beyond Unicode
            })
    void refusesWhatIsNotUtf8(String hex) {
        assertThrows(InvalidValue.class, () -> StrictJson.object(HexFormat.of().parseHex(hex)));
    }

    static Stream<Charset> otherEncodings() {
        return Stream.of(UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void doesNotGuessTheEncoding(Charset encoding) {
        assertThrows(InvalidValue.class, () -> StrictJson.object("{\"a\":1}".getBytes(encoding)));
    }

    static Stream<String> enormous() {
        return Stream.of(
                "{\"a\":" + "[".repeat(100_000),
                "{\"a\":" + "{\"a\":".repeat(8) + "1" + "}".repeat(9),
                "{\"a\":" + "1".repeat(60_000) + "}",
                "{\"" + "a".repeat(60_000) + "\":1}",
                "{\"a\":\"" + "a".repeat(70_000) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("enormous")
    void refusesTheEnormous(String json) {
        assertThrows(InvalidValue.class, () -> StrictJson.object(json.getBytes(UTF_8)));
    }
}
