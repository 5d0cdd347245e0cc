package city.certfree.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTest {
    private static final String VALID = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Format example of a national specification of construction licences.
                VALID,
                // Name of a published file of a project in Zhejiang.
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                // Test value from Hefei, whose issuer is an area code.
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
            })
    void readsPublishedExamplesAndWritesThemBack(String example) {
        assertEquals(example, LicenceIdentifier.parse(example).value());
    }

    @Test
    void computesTheCheckCharacterOfTheIsoExample() {
        assertEquals('M', LicenceIdentifier.checkCharacter("A12425GABC1234002"));
    }

    @Test
    void keepsThePartsApart() {
        var identifier = LicenceIdentifier.parse(VALID);

        assertEquals(new LicenceTypeCode("11100000000013338W011"), identifier.type());
        assertEquals("11430000006122244L", identifier.issuer());
        assertEquals("20230000403", identifier.serial());
        assertEquals(1, identifier.version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V",
                "1.2.156.3005.3.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338w011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.000.W",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.1.U",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.２０２３0000403.001.U",
                " " + VALID,
                VALID + "\n"
            })
    void refusesEveryOtherForm(String text) {
        assertThrows(InvalidValue.class, () -> LicenceIdentifier.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1000})
    void refusesVersionsOutsideOneTo999(int version) {
        var type = new LicenceTypeCode("11100000000013338W011");
        assertThrows(InvalidValue.class, () -> new LicenceIdentifier(type, "340100", "1", version));
    }

    @Property
    void theCheckCharacterCatchesEverySingleSubstitution(
            @ForAll("characters") String characters,
            @ForAll @IntRange(max = 1_000) int anyPlace,
            @ForAll("one") char other) {
        int place = anyPlace % characters.length();
        Assume.that(characters.charAt(place) != other);
        var substituted = new StringBuilder(characters);
        substituted.setCharAt(place, other);

        assertNotEquals(
                LicenceIdentifier.checkCharacter(characters), LicenceIdentifier.checkCharacter(substituted.toString()));
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("serials") String serial, @ForAll @IntRange(min = 1, max = 999) int version) {
        var identifier = new LicenceIdentifier(
                new LicenceTypeCode("11370400XN0011053M025"), "11370400XN0011053M", serial, version);

        assertEquals(identifier, LicenceIdentifier.parse(identifier.value()));
    }

    @Provide
    Arbitrary<String> characters() {
        return Arbitraries.strings().withChars(ALPHABET).ofMinLength(1).ofMaxLength(74);
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings().withChars(ALPHABET).ofMinLength(1).ofMaxLength(32);
    }

    @Provide
    Arbitrary<Character> one() {
        return Arbitraries.chars().with(ALPHABET.toCharArray());
    }
}
