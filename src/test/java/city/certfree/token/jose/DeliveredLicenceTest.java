package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Signer;
import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Sha256;
import city.certfree.token.LicenceStatement;
import city.certfree.token.LicenceTokens;
import city.certfree.token.LicenceTokens.Delivery;
import city.certfree.token.LicenceTokens.Objection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an issuer signs itself is taken only if it says, in the claims and in the disclosures, just what was to be said. */
class DeliveredLicenceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final DepartmentCode DEPARTMENT = new DepartmentCode("1101");
    private static final LicenceIdentifier IDENTIFIER =
            new LicenceIdentifier(new LicenceTypeCode("11370400XN00110108001"), "11370400XN00110108", "7K2M9Q4T", 3);
    private static final Map<String, String> FACE = Map.of(
            "certificateNumber", "JY13704990000015",
            "holder.1.codeType", "111",
            "holder.1.code", "370499199001010015",
            "holder.1.name", "王𬭎");
    private static final LicenceStatement EXPECTED = expected(FACE);
    private static final Signer ISSUER = Forge.RING.issuer(DEPARTMENT);
    private static final String SALT = "A".repeat(22);

    /** In any order. */
    private static final List<String> DISCLOSURES = FACE.entrySet().stream()
            .map(e -> disclosure("[\"" + SALT + "\",\"" + e.getKey() + "\",\"" + e.getValue() + "\"]"))
            .toList();

    private static final String CLAIMS =
            ("{\"iss\":\"%s/issuers/1101\",\"sub\":\"%s\",\"iat\":%d,\"nbf\":1793462400,\"exp\":%d,\"ltc\":\"%s\","
                            + "\"ver\":3,\"status\":{\"status_list\":{\"idx\":77,\"uri\":\"%s/status-lists/2\"}},"
                            + "\"_sd_alg\":\"sha-256\",\"licence\":{\"_sd\":[DIGESTS]}}")
                    .formatted(
                            SampleTokens.ISSUER,
                            IDENTIFIER,
                            NOW.getEpochSecond(),
                            Instant.parse("2030-12-31T16:00:00Z").getEpochSecond(),
                            IDENTIFIER.type(),
                            SampleTokens.ISSUER);

    private final LicenceTokens tokens = SampleTokens.licences();

    @Test
    void takesWhatAnIssuerWritesInItsOwnOrder() {
        var delivered = licence(CLAIMS, DISCLOSURES);
        var verdict = tokens.check(delivered, EXPECTED, NOW);
        assertEquals(
                delivered,
                assertInstanceOf(Delivery.Accepted.class, verdict).token().text());
    }

    @Test
    void takesWhatTheServiceItselfWouldSign() {
        assertInstanceOf(
                Delivery.Accepted.class, tokens.check(tokens.sign(EXPECTED).text(), EXPECTED, NOW));
    }

    static Stream<List<String>> disclosures() {
        return Stream.of(
                named("s01 a disclosure that no digest names", with(DISCLOSURES, other("color"))),
                named("s01 a disclosure that was changed", replaced("王𬭎", "王𬭎𬭎")),
                named("s01 a disclosure of another licence", with(DISCLOSURES.subList(1, 4), other("x"))),
                named("s01 a disclosure left out", DISCLOSURES.subList(1, 4)),
                named("s02 a disclosure twice", with(DISCLOSURES, DISCLOSURES.getFirst())),
                named("s07 an empty disclosure", with(DISCLOSURES, "")),
                named("s07 a disclosure that is padded", with(DISCLOSURES, DISCLOSURES.getFirst() + "=")));
    }

    @ParameterizedTest
    @MethodSource("disclosures")
    void s01_s02_refusesDisclosuresThatAreNotThoseOfTheDigests(List<String> named) {
        var disclosures = named.subList(1, named.size());
        var claims = CLAIMS.replace("DIGESTS", digests(DISCLOSURES));
        refused(Objection.MALFORMED, assembled(claims, ISSUER, disclosures));
    }

    static Stream<String> contents() {
        return Stream.of(
                "[]",
                "[\"" + SALT + "\"]",
                "[\"" + SALT + "\",\"name\",\"value\",\"more\"]",
                "[\"" + SALT + "\",\"_sd\",\"value\"]",
                "[\"" + SALT + "\",\"...\",\"value\"]",
                "[\"" + SALT + "\",\"holder.1.name\",\"李\"]",
                "[1,\"name\",\"value\"]",
                "[\"" + SALT + "\",2,\"value\"]",
                "[\"" + SALT + "\",\"name\",3]",
                "[\"" + SALT + "\",\"name\",{\"_sd\":[]}]",
                "[\"" + SALT + "\",\"name\",null]",
                "[\"short\",\"name\",\"value\"]",
                "{\"name\":\"value\"}",
                "[\"" + SALT + "\",\"name\",\"value\"] ,1",
                "not JSON");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void s03_refusesADisclosureThatIsNoSaltNameAndText(String content) {
        refused(Objection.MALFORMED, licence(CLAIMS, with(DISCLOSURES, disclosure(content))));
    }

    static Stream<String> hidden() {
        return Stream.of(
                CLAIMS.replace("\"_sd_alg\":\"sha-256\"", "\"_sd_alg\":\"md5\""),
                CLAIMS.replace("\"_sd_alg\":\"sha-256\",", ""),
                CLAIMS.replace("{\"_sd\":", "{\"_sd_alg\":\"sha-256\",\"_sd\":"),
                CLAIMS.replace("{\"_sd\":", "{\"plain\":\"x\",\"_sd\":"),
                CLAIMS.replace("DIGESTS", "DIGESTS,DIGESTS"),
                CLAIMS.replace("DIGESTS", "DIGESTS,\"" + "A".repeat(43) + "\""),
                CLAIMS.replace("DIGESTS", "DIGESTS,1"),
                CLAIMS.replace("\"licence\":{\"_sd\":[DIGESTS]}", "\"_sd\":[DIGESTS]"),
                CLAIMS.replace("\"licence\":{\"_sd\":[DIGESTS]}", "\"licence\":[DIGESTS]"),
                CLAIMS.replaceFirst("\"exp\":[0-9]*,", "").replace("\"iss\"", "\"_sd\":[],\"iss\""));
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void s04_s08_refusesDigestsAnywhereButWhereOursAre(String claims) {
        assertInstanceOf(Delivery.Refused.class, tokens.check(licence(claims, DISCLOSURES), EXPECTED, NOW));
    }

    @Test
    void s05_readsNoMoreThanALicenceHas() {
        var many = IntStream.range(0, 10_000).mapToObj(i -> other("n" + i)).toList();
        refused(Objection.MALFORMED, licence(CLAIMS, many));
        refused(Objection.MALFORMED, "x".repeat(1 << 19));
        refused(Objection.MALFORMED, licence(CLAIMS, List.of(disclosure("[".repeat(10_000)))));
    }

    @Test
    void s06_s07_readsTheOneFormOnly() {
        var good = licence(CLAIMS, DISCLOSURES);
        refused(Objection.MALFORMED, good.substring(0, good.length() - 1));
        refused(Objection.MALFORMED, good + "~");
        refused(Objection.MALFORMED, "~" + good);
        refused(Objection.MALFORMED, good + good.substring(0, good.indexOf('~')));
        refused(Objection.MALFORMED, good.replaceFirst("~", "~~"));
        refused(Objection.MALFORMED, good.replace("~", ""));
        refused(Objection.MALFORMED, "");
        refused(Objection.MALFORMED, "{\"payload\":\"\",\"signatures\":[]}");
    }

    static Stream<String> disagreements() {
        return Stream.of(
                CLAIMS.replace("/issuers/1101", "/issuers/1102"),
                CLAIMS.replace("\"ver\":3", "\"ver\":4"),
                CLAIMS.replace("\"ver\":3", "\"ver\":\"3\""),
                CLAIMS.replace("\"idx\":77", "\"idx\":78"),
                CLAIMS.replace("/status-lists/2", "/status-lists/3"),
                CLAIMS.replace(SampleTokens.ISSUER + "/status-lists/2", "http://127.0.0.1:9/status-lists/2"),
                CLAIMS.replace("\"idx\":77,", "\"idx\":77,\"more\":1,"),
                CLAIMS.replace(IDENTIFIER.value(), IDENTIFIER.value().replace("7K2M", "7K2N")),
                CLAIMS.replaceFirst("\"exp\":[0-9]*", "\"exp\":1"),
                CLAIMS.replaceFirst("\"exp\":[0-9]*,", ""),
                CLAIMS.replaceFirst("\"status\":.*\"_sd_alg\"", "\"_sd_alg\""),
                CLAIMS.replace("{\"iss\"", "{\"cnf\":{},\"iss\""));
    }

    @ParameterizedTest
    @MethodSource("disagreements")
    void refusesWhatSaysAnythingElse(String claims) {
        refused(Objection.DISAGREES, licence(claims, DISCLOSURES));
    }

    @Test
    void refusesOtherDisclosuresThanThoseOfTheLicence() {
        refused(Objection.DISAGREES, licence(CLAIMS, with(DISCLOSURES, other("color"))));
        refused(Objection.DISAGREES, licence(CLAIMS, DISCLOSURES.subList(1, 4)));
        refused(Objection.DISAGREES, licence(CLAIMS, replaced("王𬭎", "李𬭎")));
    }

    @Test
    void refusesWhatTheDepartmentDidNotSign() {
        var claims = CLAIMS.replace("DIGESTS", digests(DISCLOSURES));
        refused(Objection.FORGED, assembled(claims, Forge.RING.issuer(new DepartmentCode("1102")), DISCLOSURES));
        refused(Objection.FORGED, assembled(claims, Forge.RING.signer(KeyPurpose.RECEIPT), DISCLOSURES));
        refused(Objection.FORGED, licence(CLAIMS.replace("\"iat\":", "\"iat\":9"), DISCLOSURES));
        var good = licence(CLAIMS, DISCLOSURES);
        refused(Objection.FORGED, good.replaceFirst("\\.[^.~]*~", ".AAAA~"));
    }

    private void refused(Objection objection, String delivered) {
        assertEquals(new Delivery.Refused(objection), tokens.check(delivered, EXPECTED, NOW));
    }

    private static LicenceStatement expected(Map<String, String> face) {
        return new LicenceStatement(
                IDENTIFIER, DEPARTMENT, NOW, LocalDate.of(2026, 11, 1), LocalDate.of(2030, 12, 31), 2, 77, face);
    }

    private static String licence(String claims, List<String> disclosures) {
        return assembled(claims.replace("DIGESTS", digests(disclosures)), ISSUER, disclosures);
    }

    private static String assembled(String claims, Signer signer, List<String> disclosures) {
        var header = "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"licence+sd-jwt\"}".formatted(signer.kid());
        var jws = Forge.signed(header.getBytes(UTF_8), claims.getBytes(UTF_8), signer);
        return jws + disclosures.stream().map(d -> "~" + d).collect(Collectors.joining()) + "~";
    }

    private static String digests(List<String> disclosures) {
        return disclosures.stream()
                .map(d ->
                        "\"" + Base64Url.encode(Sha256.of(d.getBytes(US_ASCII)).toBytes()) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String disclosure(String json) {
        return Base64Url.encode(json.getBytes(UTF_8));
    }

    private static String other(String name) {
        return disclosure("[\"" + SALT + "\",\"" + name + "\",\"red\"]");
    }

    private static List<String> replaced(String value, String by) {
        return DISCLOSURES.stream()
                .map(d -> disclosure(new String(Base64Url.decode(d), UTF_8).replace(value, by)))
                .toList();
    }

    private static List<String> with(List<String> disclosures, String more) {
        var all = new ArrayList<>(disclosures);
        all.add(more);
        return all;
    }

    private static List<String> named(String name, List<String> disclosures) {
        return Stream.concat(Stream.of(name), disclosures.stream()).toList();
    }
}
