package city.certfree.licence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Holders;
import city.certfree.fixture.NewLicences;
import city.certfree.fixture.SmallRegistry;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.LicenceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ISSUER = "11370400XN00110706";
    private static final NewLicences MARRIAGE = NewLicences.marriage(Holders.citizen("王小明"), Holders.citizen("李小红"));

    private final IntakeRules rules =
            new IntakeRules(new SmallRegistry().current().catalogue(), TODAY);

    @Test
    void acceptsWhatFollowsTheRegistry() {
        assertEquals(List.of(), flaws(MARRIAGE));
        assertEquals(List.of(), flaws(NewLicences.food(Holders.organisation("虚拟食品店"))));
        assertEquals(List.of(), flaws(MARRIAGE.identifiedBy(identifier(SmallRegistry.MARRIAGE, ISSUER))));
        assertEquals(List.of(), flaws(MARRIAGE.issued(TODAY)));
    }

    static Stream<Arguments> flawed() {
        var person = Holders.citizen("王小明");
        return Stream.of(
                Arguments.of(
                        "/type",
                        new NewLicences(
                                new LicenceTypeCode("11370400XN00110706999"),
                                null,
                                "1",
                                List.of(person),
                                TODAY,
                                null,
                                LicenceStatus.VALID,
                                null,
                                Map.of(),
                                null)),
                Arguments.of("/identifier", MARRIAGE.identifiedBy(identifier(SmallRegistry.FOOD, ISSUER))),
                Arguments.of("/identifier", MARRIAGE.identifiedBy(identifier(SmallRegistry.MARRIAGE, "340100"))),
                Arguments.of("/certificateNumber", MARRIAGE.numbered(" ")),
                Arguments.of("/certificateNumber", MARRIAGE.numbered("1".repeat(129))),
                Arguments.of("/certificateNumber", MARRIAGE.numbered("1\u202E2")),
                Arguments.of("/previous", MARRIAGE.following(identifier(SmallRegistry.FOOD, ISSUER))),
                Arguments.of("/statusReason", MARRIAGE.being(LicenceStatus.REVOKED, "")),
                Arguments.of("/statusReason", MARRIAGE.being(LicenceStatus.REVOKED, "因".repeat(201))),
                Arguments.of("/holders", MARRIAGE.heldBy(List.of())),
                Arguments.of("/holders", MARRIAGE.heldBy(List.of(person, person))),
                Arguments.of(
                        "/holders",
                        MARRIAGE.heldBy(Stream.generate(() -> Holders.citizen("某人"))
                                .limit(21)
                                .toList())),
                Arguments.of("/holders/1/codeType", MARRIAGE.heldBy(List.of(person, Holders.organisation("虚拟食品店")))),
                Arguments.of("/holders/0/codeType", NewLicences.food(person)),
                Arguments.of("/issuedOn", MARRIAGE.issued(TODAY.plusDays(1))),
                Arguments.of("/validTo", MARRIAGE.ending(LocalDate.of(2024, 5, 19))));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void namesThePlaceOfEveryFlaw(String pointer, NewLicences licence) {
        assertEquals(List.of(pointer), flaws(licence));
    }

    @Test
    void namesAllFlawsOfARow() {
        var licence = MARRIAGE.numbered("").showing(Map.of("spouseName", "\u0000", "colour", "red"));

        assertEquals(
                List.of("/certificateNumber", "/attributes/spouseName", "/attributes/registeredOn", "/attributes"),
                flaws(licence));
    }

    private List<String> flaws(NewLicences licence) {
        return rules.flaws(licence.delivered()).stream().map(Flaw::pointer).toList();
    }

    private static LicenceIdentifier identifier(LicenceTypeCode type, String issuer) {
        return new LicenceIdentifier(type, issuer, "A1", 1);
    }
}
