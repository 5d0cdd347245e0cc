package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.InvalidValue;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of claims in disclosures (RFC 9901, section 4.2.1). */
class DisclosureTest {
    /** The standard's own, in three spellings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
                "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNXHUwMGY2Yml1cyJd",
                "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd"
            })
    void ofTheStandardAreRead(String disclosure) {
        assertEquals("family_name", Disclosure.nameIn(disclosure));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"s\",\"name\",\"v\"]|name",
                "[\"s\",\"\",\"v\"]|``",
                "[\"\",\"n\",1]|n",
                "[\"s\",\"经营范围\",\"餐饮\"]|经营范围",
                " [ \"s\" , \"n\" , {\"other\":[\"x\"]} ] |n",
                "[\"a\\\"b\",\"n\",\"v\"]|n",
                "[\"s\",\"a\\\"b\",\"v\"]|a\"b",
                "[\"s\",\"\\u006eame\",\"v\"]|name",
                "[\"s,\",\"n]\",\"v\"]|n]",
            })
    void areReadHoweverTheyAreWritten(String json, String name) {
        assertEquals(name, Disclosure.nameIn(base64(json)));
    }

    @Test
    void thatItMakesAreReadAgain() {
        for (var name : new String[] {"holder.1.code", "经营者", "a\"b\\c", "😀"}) {
            assertEquals(name, Disclosure.nameIn(Disclosure.of(name, "value").text()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "{}", "\"s\"", "[\"s\"", "[\"s\"]", "[\"s\" \"n\",1]", "[\"s\",\"n", "(\"s\",\"n\",1)"})
    void ofWhatIsNoDisclosureThereAreNone(String json) {
        assertThrows(RuntimeException.class, () -> Disclosure.nameIn(base64(json)));
    }

    @Test
    void whatIsNotBase64UrlIsRefused() {
        assertThrows(InvalidValue.class, () -> Disclosure.nameIn("WyJz*"));
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
