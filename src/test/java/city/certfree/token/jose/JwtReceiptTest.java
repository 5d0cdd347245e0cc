package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtReceiptTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final String HEADER = Forge.header("receipt+jwt", KeyPurpose.RECEIPT);

    /** The digest is that of the empty text (FIPS 180-4), in base64url. */
    private static final String CLAIMS =
            """
            {"iss":"https://certfree.example","iat":1795415525,"rid":"AAAAAAAAAAAAAAAAAAAAAA","out":"ACCEPTED",\
            "dig":"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"}""";

    private final Map<String, Verifier> keys = JwkPublicKeySets.published(SampleTokens.keySet(), KeyPurpose.RECEIPT);

    @Test
    void provesWhichRecordHowItEndedAndTheDigestOfTheAnswer() {
        var record = RecordId.next();
        assertEquals(
                Optional.of(new JwtReceipt(SampleTokens.ISSUER, NOW, record, "ACCEPTED", Sha256.of())),
                JwtReceipt.verify(SampleTokens.receipt(record, NOW).text(), keys));
    }

    /** Signed with the right key, each wrong in one thing; the first is right. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', '', true",
                "'\"iss\":\"https://certfree.example\",', '', false",
                "'https://certfree.example', '', false",
                "'1795415525', '-1', false",
                "'1795415525', '\"1795415525\"', false",
                "'\"iat\":1795415525,', '', false",
                "'AAAAAAAAAAAAAAAAAAAAAA', 'AAAA', false",
                "'ACCEPTED', 'accepted', false",
                "'\"out\":\"ACCEPTED\",', '', false",
                "'47DEQ', '7DEQ', false",
                "'SuFU\"', 'SuFU\",\"exp\":1795415526', false",
            })
    void readsExactlyItsClaims(String part, String instead, boolean genuine) {
        var claims = part.isEmpty() ? CLAIMS : CLAIMS.replace(part, instead);
        var receipt = Forge.signed(HEADER, claims, KeyPurpose.RECEIPT);
        assertEquals(genuine, JwtReceipt.verify(receipt, keys).isPresent());
    }

    @Test
    void isSignedByAKeyForReceiptsAndOfNoOtherType() {
        proves(false, Forge.signed(Forge.header("show+jwt", KeyPurpose.RECEIPT), CLAIMS, KeyPurpose.RECEIPT));
        proves(false, Forge.signed(Forge.header("receipt+jwt", KeyPurpose.SHOW), CLAIMS, KeyPurpose.SHOW));
        proves(false, Forge.signed(HEADER, CLAIMS, KeyPurpose.SHOW));
        proves(false, Forge.signed(HEADER.replace("ES256", "EdDSA"), CLAIMS, KeyPurpose.RECEIPT));
        proves(false, Forge.signed(HEADER, CLAIMS, KeyPurpose.RECEIPT) + ".");
    }

    @Test
    void takesThePublishedKeySetOnlyWhole() {
        var set = SampleTokens.keySet();
        for (var wrong : new String[] {
            set.replace("certfree_purpose", "purpose"),
            set.replaceFirst("\"alg\"", "\"algorithm\""),
            set.replaceFirst("\"kid\":\"..", "\"kid\":\"--"),
            set.replaceFirst("\"kid\"", "\"d\":\"AA\",\"kid\""),
            "{\"keys\":[]}"
        }) {
            assertThrows(InvalidValue.class, () -> JwkPublicKeySets.published(wrong, KeyPurpose.RECEIPT), wrong);
        }
    }

    private void proves(boolean genuine, String receipt) {
        assertEquals(genuine, JwtReceipt.verify(receipt, keys).isPresent());
    }
}
