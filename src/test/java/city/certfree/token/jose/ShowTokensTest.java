package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowTokens;
import city.certfree.token.ShowTokens.Flaw;
import city.certfree.token.ShowTokens.Verification.Rejected;
import city.certfree.token.ShowTokens.Verification.Verified;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");

    private static final ShowClaims CLAIMS = new ShowClaims(
            RandomId.next(),
            NOW,
            RandomId.next(),
            new LicenceTypeCode("11370400XN00110108001"),
            "王*明",
            "VALID",
            new ItemCode("S01110100012"),
            List.of(0, 3, 7));

    private final ShowTokens tokens = SampleTokens.show();

    @Test
    void saysAgainWhatWasSigned() {
        assertEquals(new Verified(CLAIMS), tokens.verify(tokens.sign(CLAIMS).text(), NOW));
    }

    @Test
    void livesForItsLastSecondAndEndsWithIt() {
        var token = tokens.sign(CLAIMS).text();

        assertEquals(new Verified(CLAIMS), tokens.verify(token, NOW.plusMillis(59_999)));
        assertEquals(new Rejected(Flaw.EXPIRED), tokens.verify(token, NOW.plusSeconds(60)));
    }
}
