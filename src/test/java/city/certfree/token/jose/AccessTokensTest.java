package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.crypto.KeyPurpose;
import city.certfree.kernel.RecordId;
import city.certfree.token.AccessTokens;
import com.nimbusds.jose.JOSEException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");

    private final AccessTokens tokens = SampleTokens.access();

    @Test
    void namesTheClientForTenMinutes() {
        var token = tokens.issue("demo-system", NOW).text();

        assertEquals(Optional.of("demo-system"), tokens.verify(token, NOW));
        assertEquals(Optional.of("demo-system"), tokens.verify(token, NOW.plusMillis(599_999)));
        assertEquals(Optional.empty(), tokens.verify(token, NOW.plusSeconds(600)));
    }

    @Test
    void saysWhatRfc9068AsksFor() throws ParseException, JOSEException {
        var verified = Independent.verify(tokens.issue("demo-system", NOW).text());

        assertEquals("at+jwt", verified.header().get("typ"));
        var claims = verified.claims();
        assertEquals(Set.of("iss", "aud", "sub", "client_id", "iat", "exp", "jti"), claims.keySet());
        assertEquals(SampleTokens.ISSUER, claims.get("iss"));
        assertEquals(SampleTokens.ISSUER, claims.get("aud"));
        assertEquals("demo-system", claims.get("sub"));
        assertEquals("demo-system", claims.get("client_id"));
        assertEquals(NOW.getEpochSecond() + 600, claims.get("exp"));
    }

    @Test
    void takesNoOtherTokenOfOurs() {
        var receipt = SampleTokens.receipt(RecordId.next(), NOW);

        assertEquals(Optional.empty(), tokens.verify(receipt.text(), NOW));
        assertEquals(Optional.empty(), tokens.verify("", NOW));
    }

    /** Signed with the right key, each wrong in one thing; the first is right. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', '', true",
                "'\"sub\":\"demo-system\"', '\"sub\":\"other\"', false",
                "'\"client_id\":\"demo-system\",', '', false",
                "'\"aud\":\"https', '\"aud\":\"http', false",
                "'\"aud\":\"https', '\"aud\":\"counters', false",
                "'\"iss\":\"https', '\"iss\":\"http', false",
                "'\"iat\":1795415525', '\"iat\":1795415524', false"
            })
    void refusesAClaimThatIsWrong(String claim, String instead, boolean taken) {
        var claims = ("{\"iss\":\"%1$s\",\"aud\":\"%1$s\",\"sub\":\"demo-system\",\"client_id\":\"demo-system\","
                        + "\"iat\":1795415525,\"exp\":1795416125,\"jti\":\"AAAAAAAAAAAAAAAAAAAAAA\"}")
                .formatted(SampleTokens.ISSUER);

        var token = Forge.signed(
                Forge.header("at+jwt", KeyPurpose.ACCESS), claims.replace(claim, instead), KeyPurpose.ACCESS);

        assertEquals(taken ? Optional.of("demo-system") : Optional.empty(), tokens.verify(token, NOW));
    }
}
