package city.certfree.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {
    @Test
    void stripsOuterWhiteSpace() {
        assertEquals("出生登记", new Purpose(" 出生登记\u3000").value());
    }

    @Test
    void countsCharactersNotHalves() {
        var rare = "𬭎".repeat(200);

        assertEquals(rare, new Purpose(rare).value());
        assertThrows(InvalidValue.class, () -> new Purpose(rare + "䶮"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\t"})
    void namesWhatIsMissing(String blank) {
        assertEquals(
                "purpose-missing",
                assertThrows(InvalidValue.class, () -> new Purpose(blank)).code());
        assertEquals(
                "case-number-missing",
                assertThrows(InvalidValue.class, () -> new CaseNumber(blank)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u202Eb", "a\u200Bb", "a\u2028b", "a\uD842b", "a\uE000b", "a\uFFFFb"})
    void refusesWhatCannotBePrinted(String text) {
        assertThrows(InvalidValue.class, () -> new Purpose(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"为370499199001010015办理", "37049919900101001x", "３７０４９９１９９００１０１００１５"})
    void refusesIdentityNumbers(String text) {
        assertThrows(InvalidValue.class, () -> new Purpose(text));
        assertThrows(InvalidValue.class, () -> new CaseNumber(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261123063205000001", "ZZ-2026-11-23/0001"})
    void acceptsCaseNumbersOfOtherLengths(String number) {
        assertEquals(number, new CaseNumber(number).value());
    }
}
