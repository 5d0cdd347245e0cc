package city.certfree.licence.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.Holder;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Representation;
import city.certfree.licence.intake.FeedFormat;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.NewLicence;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NdjsonFeedsTest {
    private static final String HOLDER = "{'codeType':'111','code':'370499199001010015','name':'王𬭎'}";
    private static final String LICENCE =
            "{'type':'11370400XN00110706001','certificateNumber':'J1','holders':[" + HOLDER
                    + "],'issuedOn':'2024-05-20','validFrom':'2024-05-21','attributes':{'spouseName':'李','registeredOn':'2024-05-20'}}";
    private static final String ORGANISATION = "{'codeType':'001','code':'91350100M000100Y43','name':'虚拟食品店'}";

    @Test
    void readsALicence() {
        assertEquals(
                List.of(new FeedRow.OfLicence(
                        1,
                        new NewLicence(
                                LicenceIdentifier.parse(identifier()).type(),
                                null,
                                "J1",
                                List.of(new Holder(HolderCode.ofCitizen("370499199001010015"), "王𬭎")),
                                LocalDate.of(2024, 5, 20),
                                LocalDate.of(2024, 5, 21),
                                null,
                                LicenceStatus.VALID,
                                null,
                                Map.of("spouseName", "李", "registeredOn", "2024-05-20"),
                                null))),
                read(LICENCE));
    }

    @Test
    void readsWhatMayBeLeftOut() {
        var row = LICENCE.replace("'type':'11370400XN00110706001'", "'identifier':'" + identifier() + "'")
                .replace(
                        "'issuedOn'",
                        "'validTo':'2025-05-20','status':'REVOKED','statusReason':'伪造','previous':'" + identifier()
                                + "','issuedOn'");

        var licence =
                assertInstanceOf(FeedRow.OfLicence.class, read(row).getFirst()).licence();

        assertEquals(LicenceIdentifier.parse(identifier()), licence.identifier());
        assertEquals(LocalDate.of(2025, 5, 20), licence.validTo());
        assertEquals(LicenceStatus.REVOKED, licence.status());
        assertEquals("伪造", licence.statusReason());
        assertEquals(LicenceIdentifier.parse(identifier()), licence.previous());
    }

    @Test
    void readsARepresentation() {
        assertEquals(
                List.of(new FeedRow.OfRepresentation(
                        1,
                        new Representation(
                                new Holder(HolderCode.ofCitizen("370499199001010015"), "王𬭎"),
                                new Holder(HolderCode.ofOrganisation("91350100M000100Y43"), "虚拟食品店")))),
                read("{'represents':{'person':" + HOLDER + ",'organisation':" + ORGANISATION + "}}"));
    }

    @Test
    void countsEveryLineAndSkipsEmptyOnes() {
        var rows = read(LICENCE + "\r\n\n  \n" + LICENCE + "\n{\n");

        assertEquals(List.of(1L, 4L, 5L), rows.stream().map(FeedRow::line).toList());
        assertInstanceOf(FeedRow.Unreadable.class, rows.getLast());
    }

    @Test
    void readsNothingFromNothing() {
        assertEquals(List.of(), read(""));
    }

    @Test
    void h27_readsOnAfterALineThatIsTooLong() {
        var rows = read("'" + "长".repeat(400_000) + "'\n" + LICENCE);

        assertEquals("", flaw(rows.getFirst()));
        assertInstanceOf(FeedRow.OfLicence.class, rows.getLast());
    }

    @Test
    void refusesOtherEncodings() {
        assertEquals("", flaw(read(LICENCE, Charset.forName("GB18030")).getFirst()));
        assertEquals("", flaw(read("\uFEFF" + LICENCE, UTF_8).getFirst()));
    }

    /** What is replaced, by what, and where the flaw is named. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{'type'", "['type'", ""),
                Arguments.of("'type':", "'type':'x','type':", ""),
                Arguments.of("'J1'", "null", ""),
                Arguments.of("'J1'", "1.5", ""),
                Arguments.of("'type'", "'kind'", ""),
                Arguments.of("'11370400XN00110706001'", "'1'", "/type"),
                Arguments.of("'type':'11370400XN00110706001',", "", "/type"),
                Arguments.of("'J1'", "1", "/certificateNumber"),
                Arguments.of("'certificateNumber':'J1',", "", "/certificateNumber"),
                Arguments.of("[" + HOLDER + "]", HOLDER, "/holders"),
                Arguments.of("[" + HOLDER + "]", "[1]", "/holders/0"),
                Arguments.of("'111'", "'400'", "/holders/0/codeType"),
                Arguments.of("010015'", "010016'", "/holders/0/code"),
                Arguments.of("'370499199001010015'", "'３７０４９９１９９００１０１００１５'", "/holders/0/code"),
                Arguments.of("'王𬭎'", "''", "/holders/0/name"),
                Arguments.of("'name'", "'nom'", "/holders/0"),
                Arguments.of("'issuedOn':'2024-05-20'", "'issuedOn':'2024-02-30'", "/issuedOn"),
                Arguments.of("'2024-05-21'", "'20240521'", "/validFrom"),
                Arguments.of("'issuedOn'", "'status':'GOOD','issuedOn'", "/status"),
                Arguments.of("'李'", "true", "/attributes"),
                Arguments.of("'attributes':{", "'attributes':'x','y':{", ""));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesThePlaceOfWhatCannotBeRead(String part, String replacement, String pointer) {
        assertEquals(pointer, flaw(read(LICENCE.replace(part, replacement)).getFirst()));
    }

    @Test
    void refusesAPersonAsTheOneRepresented() {
        var row = "{'represents':{'person':" + HOLDER + ",'organisation':" + HOLDER + "}}";

        assertEquals("/represents", flaw(read(row).getFirst()));
    }

    @Test
    void refusesAnIdentifierBesideAType() {
        assertEquals(
                "/type",
                flaw(read(LICENCE.replace("{'type'", "{'identifier':'" + identifier() + "','type'"))
                        .getFirst()));
    }

    @Test
    void saysNothingOfWhatStoodThere() {
        var row = assertInstanceOf(
                FeedRow.Unreadable.class,
                read(LICENCE.replace("010015", "010016")).getFirst());

        assertFalse(row.flaw().expected().contains("3704"));
        assertFalse(row.flaw().expected().contains("王"));
    }

    private static String identifier() {
        return new LicenceIdentifier(new LicenceTypeCode("11370400XN00110706001"), "11370400XN00110706", "A1", 1)
                .value();
    }

    private static String flaw(FeedRow row) {
        return assertInstanceOf(FeedRow.Unreadable.class, row).flaw().pointer();
    }

    private static List<FeedRow> read(String lines) {
        return read(lines, UTF_8);
    }

    /** Reads lines in which ' stands for ". */
    private static List<FeedRow> read(String lines, Charset charset) {
        var rows = new ArrayList<FeedRow>();
        new StreamedFeeds()
                .read(new ByteArrayInputStream(lines.replace('\'', '"').getBytes(charset)), FeedFormat.NDJSON)
                .forEachRemaining(rows::add);
        return rows;
    }
}
