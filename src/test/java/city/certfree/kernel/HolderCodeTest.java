package city.certfree.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.SampleRegistry;
import city.certfree.registry.Department;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolderCodeTest {
    private static final String CITIZEN = "370499199001010015";

    /** GB/T 36903-2018, Annex A: 16 entries, of which two are organisations. */
    @Test
    void knowsTheSixteenTypesOfTheAnnex() {
        var codes = List.of(
                "001", "099", "111", "114", "118", "120", "115", "119", "122", "411", "412", "413", "414", "511", "516",
                "999");

        assertEquals(
                codes,
                Arrays.stream(HolderCodeType.values()).map(HolderCodeType::code).toList());
        assertEquals(
                List.of("001", "099"),
                Arrays.stream(HolderCodeType.values())
                        .filter(type -> !type.isPerson())
                        .map(HolderCodeType::code)
                        .toList());
        assertTrue(HolderCodeType.of("400").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The two examples of GB 11643-1999.
                "11010519491231002X",
                "440524188001010014",
                CITIZEN,
                // A leap year has a 29 February: 2000 has one.
                "370499200002290018",
                "370499185001010018"
            })
    void acceptsCitizenNumbers(String number) {
        assertEquals(number, HolderCode.ofCitizen(number).value());
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002x, 11010519491231002X",
        // 7+9+5+20+2+9+24+27+7+18+30+5+4 = 167 = 15·11 + 2, and 2 stands for X.
        "110105491231002, 11010519491231002X"
    })
    void normalisesSmallXAndFifteenDigits(String given, String normal) {
        assertEquals(HolderCode.ofCitizen(normal), HolderCode.ofCitizen(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "37049919900101001",
                "3704991990010100155",
                // Wrong check character.
                "370499199001010016",
                "37049919900101001X",
                // Right check character, but 2001 and 1900 had no 29 February, and no month has 32 days.
                "370499200102290015",
                "370499190002290011",
                // Born in 1849.
                "370499184912310010",
                // No region begins with 0.
                "000000199001010014",
                "３７０４９９１９９００１０１００１５",
                "370499 199001010015",
                "37049919900101A015",
                // 15 digits, 13th month.
                "110105491331002"
            })
    void h16_refusesEverythingElseAsACitizenNumber(String number) {
        var refusal = assertThrows(InvalidValue.class, () -> HolderCode.ofCitizen(number));
        assertEquals("holder-code-invalid", refusal.code());
    }

    @Property
    void noCitizenNumberSurvivesAWrongDigit(
            @ForAll @IntRange(max = 16) int place, @ForAll @CharRange(from = '0', to = '9') char other) {
        Assume.that(CITIZEN.charAt(place) != other);
        var wrong = new StringBuilder(CITIZEN);
        wrong.setCharAt(place, other);

        assertThrows(InvalidValue.class, () -> HolderCode.ofCitizen(wrong.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Example of GB 32100-2015.
                "91350100M000100Y43",
                // Ministries, as public licence type codes name them.
                "11100000000013338W",
                "11100000MB03271699",
                // Companies that publish theirs.
                "914403001922038216",
                "9144030071526726XG"
            })
    void acceptsUnifiedSocialCreditCodes(String code) {
        assertEquals(code, HolderCode.ofOrganisation(code).value());
    }

    @Test
    void takesSmallLettersOfCreditCodesForCapitals() {
        assertEquals(HolderCode.ofOrganisation("91350100M000100Y43"), HolderCode.ofOrganisation("91350100m000100y43"));
    }

    @ParameterizedTest
    @MethodSource("sampleDepartments")
    void acceptsTheCodesOfTheSampleRegistry(String code) {
        assertEquals(code, HolderCode.ofOrganisation(code).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y44",
                "91350100M000100Y433",
                "91350100I000100Y43",
                "9135O100M000100Y43",
                "９1350100M000100Y43",
                // The district is six digits.
                "91350A00M000100Y43"
            })
    void refusesEverythingElseAsACreditCode(String code) {
        var refusal = assertThrows(InvalidValue.class, () -> HolderCode.ofOrganisation(code));
        assertEquals("holder-code-invalid", refusal.code());
    }

    @ParameterizedTest
    @CsvSource({"ORDINARY_PASSPORT, e12345678, E12345678", "PLA_OFFICER, 军字第1234567号, 军字第1234567号"})
    void acceptsOtherNumbersInTheirOwnForms(HolderCodeType type, String given, String kept) {
        assertEquals(kept, new HolderCode(type, given).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<b>", "\u0131123", "12345678901234567890123456789012345678901"})
    void refusesOtherNumbersOfNoForm(String value) {
        assertThrows(InvalidValue.class, () -> new HolderCode(HolderCodeType.ORDINARY_PASSPORT, value));
    }

    @Test
    void namesNobodyInLogs() {
        assertFalse(HolderCode.ofCitizen(CITIZEN).toString().contains("3704"));
    }

    private static Stream<String> sampleDepartments() {
        return SampleRegistry.catalogue().departments().stream().map(Department::creditCode);
    }
}
