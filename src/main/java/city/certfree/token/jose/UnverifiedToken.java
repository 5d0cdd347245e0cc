package city.certfree.token.jose;

import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import city.certfree.kernel.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token from outside whose form is right: JWS compact serialisation, strict throughout. Nothing of what it says may be
 * believed; a {@link VerifiedToken} is what can be read.
 *
 * <p>The form: at most 4096 characters, exactly three parts in canonical base64url, strict JSON ({@link StrictJson}), and no
 * header but {@code alg}, {@code kid} and {@code typ}, all texts. So nothing can bring its own key ({@code jwk}, {@code
 * jku}, {@code x5u}, {@code x5c}), change the rules ({@code crit}, {@code b64}) or be inflated ({@code zip}).
 */
final class UnverifiedToken {
    private static final int MAX_CHARACTERS = 4096;
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private final List<String> parts;
    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    private UnverifiedToken(List<String> parts, int maxBytes) {
        this.parts = parts;
        header = StrictJson.object(Base64Url.decode(parts.get(0)));
        claims = StrictJson.object(Base64Url.decode(parts.get(1)), maxBytes);
        boolean strange = !HEADERS.containsAll(header.keySet())
                || !header.containsKey("alg")
                || !header.values().stream().allMatch(String.class::isInstance);
        if (strange || Base64Url.decode(parts.get(2)).length == 0) {
            throw InvalidValue.because("a token has a header of alg, kid and typ, and a signature");
        }
    }

    /** Reads a token; empty when its form is any other. */
    static Optional<UnverifiedToken> parse(String text) {
        return parse(text, MAX_CHARACTERS);
    }

    /** As {@link #parse(String)}, for what may be longer. */
    static Optional<UnverifiedToken> parse(String text, int maxCharacters) {
        if (text.length() > maxCharacters) {
            return Optional.empty();
        }
        var parts = List.of(text.split("\\.", -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UnverifiedToken(parts, maxCharacters));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** The value of {@code alg}, {@code kid} or {@code typ}; empty when it is absent. */
    Optional<String> header(String name) {
        return Optional.ofNullable((String) header.get(name));
    }

    /** Whom the token says it is about, for whoever must find that one's keys first. */
    Optional<String> claimedSubject() {
        return claims.get("sub") instanceof String sub ? Optional.of(sub) : Optional.empty();
    }

    /** The header, payload and signature as they were written. */
    List<String> parts() {
        return parts;
    }

    /** For {@link VerifiedToken} alone. */
    Map<String, Object> claims() {
        return claims;
    }

    @Override
    public String toString() {
        return "UnverifiedToken";
    }
}
