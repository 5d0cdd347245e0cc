package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.token.AccessTokens;
import city.certfree.token.ShowTokens;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Tokens from outside. A line end in the input parts a header from claims, which are signed by the right key, so that what
 * stands behind the signature is reached too; input without one is a token as it stands.
 */
class TokenFuzz extends FuzzTarget {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final String JWKS =
            """
            {"keys":[{"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",\
            "y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}]}""";

    private final ShowTokens shows = SampleTokens.show();
    private final AccessTokens accesses = SampleTokens.access();
    private final Map<String, Verifier> receipts =
            JwkPublicKeySets.published(SampleTokens.keySet(), KeyPurpose.RECEIPT);

    @Override
    protected void take(byte[] input) throws ParseException {
        int end = indexOfLineEnd(input);
        if (end < 0) {
            judge(new String(input, UTF_8));
            return;
        }
        byte[] header = Arrays.copyOf(input, end);
        byte[] claims = Arrays.copyOfRange(input, end + 1, input.length);
        judge(Forge.signed(header, claims, Forge.RING.signer(KeyPurpose.SHOW)));
        judge(Forge.signed(header, claims, Forge.RING.signer(KeyPurpose.ACCESS)));
        judge(Forge.signed(header, claims, Forge.RING.signer(KeyPurpose.RECEIPT)));
    }

    /** What our parser takes, the library reads in the same way. */
    private void judge(String token) throws ParseException {
        var parsed = UnverifiedToken.parse(token);
        if (parsed.isPresent()) {
            var library = JWSObject.parse(token);
            assertEquals(
                    parsed.get().header("alg").orElseThrow(),
                    library.getHeader().getAlgorithm().getName());
            assertEquals(
                    parsed.get().claimedSubject().orElse(null),
                    library.getPayload().toJSONObject().get("sub"));
        }
        if (shows.verify(token, NOW) instanceof ShowTokens.Verification.Verified(var claims)) {
            assertTrue(NOW.isBefore(claims.expiresAt()));
        }
        accesses.verify(token, NOW).ifPresent(client -> assertTrue(parsed.isPresent()));
        assertTrue(accesses.verifyAssertion(token, "demo-system", JWKS, NOW).isEmpty());
        JwtReceipt.verify(token, receipts).ifPresent(receipt -> assertTrue(parsed.isPresent()));
    }

    private static int indexOfLineEnd(byte[] input) {
        for (int i = 0; i < input.length; i++) {
            if (input[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
