package city.certfree.token.jose;

import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A genuine {@code receipt+jwt}: what proved a use before there was an evidence log. None is issued any more.
 *
 * @param issuer the public URL of the service that signed it
 * @param at when the answer was decided, to the second
 * @param outcome how the use ended, as in its record
 * @param answerDigest SHA-256 of the answer in canonical form
 */
public record JwtReceipt(String issuer, Instant at, RecordId record, String outcome, Sha256 answerDigest) {
    private static final Set<String> CLAIMS = Set.of("iss", "iat", "rid", "out", "dig");
    private static final Pattern OUTCOME = Pattern.compile("[A-Z][A-Z_]{2,63}");

    /**
     * Verifies; empty when it proves nothing, whatever is wrong with it.
     *
     * @param keys those for receipts, by their {@code kid}
     */
    public static Optional<JwtReceipt> verify(String text, Map<String, Verifier> keys) {
        return UnverifiedToken.parse(text)
                .filter(token -> token.header("typ")
                        .filter(TokenType.RECEIPT.typ()::equals)
                        .isPresent())
                .flatMap(token ->
                        token.header("kid").map(keys::get).flatMap(verifier -> VerifiedToken.of(token, verifier)))
                .filter(token -> token.saysOnly(CLAIMS))
                .flatMap(JwtReceipt::read);
    }

    private static Optional<JwtReceipt> read(VerifiedToken token) {
        try {
            return Optional.of(new JwtReceipt(
                    text(token, "iss"),
                    token.time("iat").orElseThrow(() -> InvalidValue.because("iat is no time")),
                    RecordId.parse(text(token, "rid")),
                    outcome(text(token, "out")),
                    digest(text(token, "dig"))));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static String text(VerifiedToken token, String name) {
        return token.text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> InvalidValue.because(name + " is no text"));
    }

    private static String outcome(String text) {
        if (!OUTCOME.matcher(text).matches()) {
            throw InvalidValue.because("out is no outcome");
        }
        return text;
    }

    private static Sha256 digest(String text) {
        byte[] bytes = Base64Url.decode(text);
        if (bytes.length != Sha256.LENGTH_BYTES) {
            throw InvalidValue.because("dig is no SHA-256");
        }
        return Sha256.fromBytes(bytes);
    }
}
