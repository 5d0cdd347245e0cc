package city.certfree.licence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.SmallRegistry;
import city.certfree.registry.Attribute;
import city.certfree.registry.AttributeType;
import city.certfree.registry.LicenceType;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceAttributesTest {
    private static final LicenceType FOOD =
            new SmallRegistry().current().catalogue().type(SmallRegistry.FOOD).orElseThrow();

    /** A type with an attribute of each type, under its name. */
    private static final LicenceType TYPE = new LicenceType(
            FOOD.code(),
            FOOD.name(),
            FOOD.englishName(),
            FOOD.kind(),
            FOOD.holderKind(),
            FOOD.issuer(),
            FOOD.validity(),
            FOOD.channels(),
            FOOD.sensitivity(),
            Arrays.stream(AttributeType.values())
                    .map(type -> new Attribute(type.name(), type.name(), type, false))
                    .toList());

    private static final Map<String, String> GOOD = Map.of(
            "STRING", "䶮𬭎",
            "NUMBER", "12.50",
            "DATE", "2026-11-23",
            "DATETIME", "2026-11-23T08:30",
            "IMAGE", "iVBORw0KGgo=");

    @Test
    void acceptsEachTypeInItsCanonicalForm() {
        assertEquals(List.of(), FaceAttributes.flaws(GOOD, TYPE));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 0",
        "NUMBER, -0.000001",
        "NUMBER, 999999999999999999",
        "DATE, 2024-02-29",
        "DATETIME, 2026-11-23T23:59:59"
    })
    void acceptsTheBoundsOfAForm(String key, String value) {
        assertEquals(List.of(), flaws(key, value));
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, ''",
        "STRING, ' '",
        "STRING, a\u200Bb",
        "NUMBER, ''",
        "NUMBER, 1e3",
        "NUMBER, '1,000'",
        "NUMBER, 01",
        "NUMBER, +1",
        "NUMBER, 1.",
        "NUMBER, 1.0000001",
        "NUMBER, 1000000000000000000",
        "NUMBER, １２",
        "DATE, 2026-02-30",
        "DATE, 2026-1-1",
        "DATE, 20261123",
        "DATE, 2026-11-23T00:00",
        "DATETIME, 2026-11-23",
        "DATETIME, 2026-11-23T24:00",
        "DATETIME, 2026-11-23T08:30Z",
        "DATETIME, 2026-11-23T08:30:00.5",
        "IMAGE, ''",
        "IMAGE, '<svg>'",
        "IMAGE, iVBORw0KG_o="
    })
    void refusesOtherForms(String key, String value) {
        assertEquals(List.of("/attributes/" + key), flaws(key, value));
    }

    @Test
    void countsTwoThousandCharactersNotHalves() {
        assertEquals(List.of(), flaws("STRING", "𬭎".repeat(2_000)));
        assertEquals(List.of("/attributes/STRING"), flaws("STRING", "𬭎".repeat(2_001)));
    }

    @Test
    void acceptsImagesOf100KilobytesAndNoByteMore() {
        assertEquals(List.of(), flaws("IMAGE", base64(100 * 1024)));
        assertEquals(List.of("/attributes/IMAGE"), flaws("IMAGE", base64(100 * 1024 + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRING", "NUMBER", "DATE", "DATETIME", "IMAGE"})
    void refusesWhatLacksAnAttribute(String key) {
        var attributes = new LinkedHashMap<>(GOOD);
        attributes.remove(key);

        assertEquals(List.of("/attributes/" + key), pointers(attributes));
    }

    @Test
    void refusesAttributesThatTheTypeDoesNotHave() {
        var attributes = new LinkedHashMap<>(GOOD);
        attributes.put("colour", "red");

        assertEquals(List.of("/attributes"), pointers(attributes));
    }

    @Test
    void putsAttributesInTheOrderOfTheType() {
        assertEquals(
                List.of("STRING", "NUMBER", "DATE", "DATETIME", "IMAGE"),
                List.copyOf(FaceAttributes.inOrder(GOOD, TYPE).keySet()));
    }

    private static List<String> flaws(String key, String value) {
        var attributes = new LinkedHashMap<>(GOOD);
        attributes.put(key, value);
        return pointers(attributes);
    }

    private static List<String> pointers(Map<String, String> attributes) {
        return FaceAttributes.flaws(attributes, TYPE).stream()
                .map(Flaw::pointer)
                .toList();
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
