package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.token.LicenceStatement;
import city.certfree.token.LicenceTokens;
import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicenceTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final LicenceIdentifier IDENTIFIER =
            new LicenceIdentifier(new LicenceTypeCode("11370400XN00110108001"), "11370400XN00110108", "7K2M9Q4T", 3);

    private static final Map<String, String> FACE = Map.of(
            "certificateNumber", "JY13704990000015",
            "holder.1.codeType", "111",
            "holder.1.code", "370499199001010015",
            "holder.1.name", "王𬭎",
            "status", "an attribute that is called like a claim",
            "sub", "another");

    private final LicenceTokens tokens = SampleTokens.licences();

    @Test
    void saysWhoWhatAndUntilWhenInTheOpen() throws ParseException, JOSEException {
        var token =
                SDJWT.parse(tokens.sign(statement(LocalDate.of(2030, 12, 31))).text());

        var verified = Independent.verify(token.getCredentialJwt());

        assertEquals("licence+sd-jwt", verified.header().get("typ"));
        assertEquals(
                Forge.RING.issuer(new DepartmentCode("1101")).kid(),
                verified.header().get("kid"));
        var claims = verified.claims();
        assertEquals(
                Set.of("iss", "sub", "iat", "nbf", "exp", "ltc", "ver", "status", "_sd_alg", "licence"),
                claims.keySet());
        assertEquals(SampleTokens.ISSUER + "/issuers/1101", claims.get("iss"));
        assertEquals(IDENTIFIER.value(), claims.get("sub"));
        assertEquals(NOW.getEpochSecond(), claims.get("iat"));
        assertEquals(IDENTIFIER.type().value(), claims.get("ltc"));
        assertEquals(3L, claims.get("ver"));
        assertEquals(
                Map.of("status_list", Map.of("idx", 77L, "uri", SampleTokens.ISSUER + "/status-lists/2")),
                claims.get("status"));
        assertEquals("sha-256", claims.get("_sd_alg"));
    }

    /** The day begins in Shanghai at 16:00 UTC of the day before. */
    @Test
    void beginsWithItsFirstDay() throws ParseException, JOSEException {
        var claims = open(tokens.sign(statement(null)).text());
        assertEquals(Instant.parse("2026-10-31T16:00:00Z").getEpochSecond(), claims.get("nbf"));
    }

    /** The day ends in Shanghai at 16:00 UTC. */
    @Test
    void endsWithItsLastDayWhereTheLicenceIsUsed() throws ParseException, JOSEException {
        var claims = open(tokens.sign(statement(LocalDate.of(2030, 12, 31))).text());

        assertEquals(Instant.parse("2030-12-31T16:00:00Z").getEpochSecond(), claims.get("exp"));
        assertFalse(open(tokens.sign(statement(null)).text()).containsKey("exp"));
    }

    @Test
    void disclosesTheWholeFaceToWhoHoldsAllOfIt() throws ParseException, JOSEException {
        assertEquals(FACE, open(tokens.sign(statement(null)).text()).get("licence"));
    }

    @Test
    void presentsOnlyWhatIsNamedUnderTheSameSignature() throws ParseException, JOSEException {
        var whole = tokens.sign(statement(null));

        var cut = tokens.present(whole, Set.of("certificateNumber", "holder.1.name", "no such name"));

        assertTrue(cut.text().endsWith("~"));
        assertEquals(
                SDJWT.parse(whole.text()).getCredentialJwt(),
                SDJWT.parse(cut.text()).getCredentialJwt());
        assertEquals(
                Map.of("certificateNumber", "JY13704990000015", "holder.1.name", "王𬭎"),
                open(cut.text()).get("licence"));
    }

    @Test
    void presentsNothingButTheOpenClaimsWhenNothingIsNamed() throws ParseException, JOSEException {
        var cut = tokens.present(tokens.sign(statement(null)), Set.of());

        assertTrue(cut.text().endsWith("~"));
        assertFalse(cut.text().startsWith("~") || cut.text().contains("~~"));
        assertEquals(Map.of(), open(cut.text()).get("licence"));
    }

    @Test
    void hidesEveryFieldBehindASaltOf128BitsOfItsOwn() {
        var salts = new HashSet<String>();
        for (int i = 0; i < 2; i++) {
            for (var disclosure :
                    SDJWT.parse(tokens.sign(statement(null)).text()).getDisclosures()) {
                assertEquals(16, Base64.getUrlDecoder().decode(disclosure.getSalt()).length);
                salts.add(disclosure.getSalt());
            }
        }
        assertEquals(2 * FACE.size(), salts.size());
    }

    @Test
    void tellsNothingByTheOrderOfDigestsAndDisclosures() throws ParseException, JOSEException {
        var token = SDJWT.parse(tokens.sign(statement(null)).text());

        var digests = token.getDisclosures().stream().map(Disclosure::digest).toList();
        assertEquals(digests.stream().sorted().toList(), digests);
        assertNotEquals(
                digests,
                SDJWT.parse(tokens.sign(statement(null)).text()).getDisclosures().stream()
                        .map(Disclosure::digest)
                        .toList());
        assertEquals(
                Map.of("_sd", digests),
                Independent.verify(token.getCredentialJwt()).claims().get("licence"));
    }

    private static LicenceStatement statement(@Nullable LocalDate ends) {
        return new LicenceStatement(
                IDENTIFIER, new DepartmentCode("1101"), NOW, LocalDate.of(2026, 11, 1), ends, 2, 77, FACE);
    }

    /** What an independent library reads of a token, with the disclosures in their places. */
    private static Map<String, Object> open(String token) throws ParseException, JOSEException {
        var sdJwt = SDJWT.parse(token);
        var claims = Independent.verify(sdJwt.getCredentialJwt()).claims();
        return new SDObjectDecoder().decode(claims, sdJwt.getDisclosures());
    }
}
