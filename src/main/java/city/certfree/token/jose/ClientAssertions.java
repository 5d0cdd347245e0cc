package city.certfree.token.jose;

import city.certfree.crypto.PublicKeySets;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.InvalidValue;
import city.certfree.token.AccessTokens.Assertion;
import city.certfree.token.TokenSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code private_key_jwt} (RFC 7523, section 3): clients prove themselves with a JWT of their own key. */
@Singleton
final class ClientAssertions {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String TOKEN_ENDPOINT = "/oauth2/token";
    private static final int MAX_JTI = 128;

    /** Optional, for most clients send none; the second is that of the successor of RFC 7523. */
    private static final Set<String> TYPES = Set.of("JWT", "client-authentication+jwt");

    private final PublicKeySets keySets;
    private final TokenSettings settings;

    ClientAssertions(PublicKeySets keySets, TokenSettings settings) {
        this.keySets = keySets;
        this.settings = settings;
    }

    /** The proof; empty if it proves nothing. */
    Optional<Assertion> verify(String text, String clientId, String jwks, Instant now) {
        return UnverifiedToken.parse(text)
                .filter(token -> token.header("typ").map(TYPES::contains).orElse(true))
                .flatMap(token -> key(token, keys(jwks)).flatMap(key -> VerifiedToken.of(token, key)))
                .filter(token -> isBy(token, clientId) && isForUs(token) && isInTime(token, now))
                .flatMap(this::assertion);
    }

    /** The client's keys; none where the registered set is broken: it proves nothing. */
    private Map<String, Verifier> keys(String jwks) {
        try {
            return keySets.read(jwks);
        } catch (InvalidValue e) {
            return Map.of();
        }
    }

    /** The key that the token names; without a name the client's only key. */
    private static Optional<Verifier> key(UnverifiedToken token, Map<String, Verifier> keys) {
        return token.header("kid").isPresent()
                ? token.header("kid").map(keys::get)
                : keys.values().stream().filter(_ -> keys.size() == 1).findFirst();
    }

    private static boolean isBy(VerifiedToken token, String clientId) {
        var client = Optional.of(clientId);
        return token.text("iss").equals(client) && token.text("sub").equals(client);
    }

    private boolean isForUs(VerifiedToken token) {
        var issuer = settings.issuer().toString();
        return token.onlyText("aud")
                .filter(aud -> aud.equals(issuer) || aud.equals(issuer + TOKEN_ENDPOINT))
                .isPresent();
    }

    private boolean isInTime(VerifiedToken token, Instant now) {
        var latest = now.plus(settings.clockSkew());
        var earliest = now.minus(settings.clockSkew());
        return token.time("exp")
                        .filter(exp -> exp.isAfter(earliest) && !exp.isAfter(latest.plus(LONGEST)))
                        .isPresent()
                && isAbsentOrNotAfter(token, "iat", latest)
                && isAbsentOrNotAfter(token, "nbf", latest);
    }

    private static boolean isAbsentOrNotAfter(VerifiedToken token, String claim, Instant latest) {
        return !token.has(claim)
                || token.time(claim).filter(time -> !time.isAfter(latest)).isPresent();
    }

    private Optional<Assertion> assertion(VerifiedToken token) {
        return token.text("jti")
                .filter(jti -> !jti.isEmpty() && jti.length() <= MAX_JTI)
                .flatMap(jti -> token.time("exp").map(exp -> new Assertion(jti, exp.plus(settings.clockSkew()))));
    }
}
