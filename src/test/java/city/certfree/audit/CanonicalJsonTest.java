package city.certfree.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against RFC 8785; the digest against {@code printf … | sha256sum}. */
class CanonicalJsonTest {
    /** RFC 8785, section 3.2.3: the example of sorting, by UTF-16 code units. */
    @Test
    void sortsNamesByTheirUtf16CodeUnits() {
        var members = new LinkedHashMap<String, String>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.text(members));
    }

    /** RFC 8785, section 3.2.2.2: the example of strings. */
    @Test
    void escapesOnlyWhatJsonDemands() {
        assertEquals("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", CanonicalJson.text("\u20ac$\u000f\nA'B\"\\\\\"/"));
    }

    /** Whatever stands in a reason, a record is one line of one text. */
    @Test
    void l09_lineEndsAndControlCharactersStayInsideTheirText() {
        var injected = Map.of("reason", "done\r\n\u001b[2J\u0000\",\"outcome\":\"SHARED");
        assertEquals(
                "{\"reason\":\"done\\r\\n\\u001b[2J\\u0000\\\",\\\"outcome\\\":\\\"SHARED\"}",
                CanonicalJson.text(injected));
    }

    @Test
    void writesRecordsAsObjects() {
        List<@Nullable Object> list = Arrays.asList(1, true, null);
        assertEquals(
                "{\"fields\":{},\"list\":[1,true,null],\"on\":\"2026-11-23\",\"z\":null}",
                CanonicalJson.text(new Sample(null, LocalDate.of(2026, 11, 23), Map.of(), list)));
    }

    @Test
    void digestsTheUtf8Bytes() {
        assertEquals(
                "3d243fcfc8855e44b8e04c6a3dffe5e094af574f04d73952febd2f5b99c4a0f4",
                CanonicalJson.digest(Map.of("code", "item-unknown")).toString());
    }

    /** A record as answers have them. */
    public record Sample(@Nullable String z, LocalDate on, Map<String, String> fields, List<@Nullable Object> list) {}
}
