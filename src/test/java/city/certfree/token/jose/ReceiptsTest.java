package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import com.nimbusds.jose.JOSEException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05.123456Z");

    /** The digest is that of the empty text (FIPS 180-4), in base64url. */
    @Test
    void saysWhichRecordHowItEndedAndTheDigestOfTheAnswer() throws ParseException, JOSEException {
        var record = RecordId.next();

        var receipt = SampleTokens.receipts().issue(record, NOW, "accepted", Sha256.of());

        var verified = Independent.verify(receipt.text());
        assertEquals("receipt+jwt", verified.header().get("typ"));
        assertEquals(
                Map.of(
                        "iss",
                        SampleTokens.ISSUER,
                        "iat",
                        NOW.getEpochSecond(),
                        "rid",
                        record.toString(),
                        "out",
                        "accepted",
                        "dig",
                        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"),
                verified.claims());
    }
}
