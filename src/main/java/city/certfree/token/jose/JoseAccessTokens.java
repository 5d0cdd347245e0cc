package city.certfree.token.jose;

import city.certfree.kernel.RandomId;
import city.certfree.token.AccessTokens;
import city.certfree.token.SignedToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@code at+jwt} as compact JWS, for the service itself. */
@Singleton
final class JoseAccessTokens implements AccessTokens {
    private final OwnTokens tokens;
    private final ClientAssertions assertions;

    JoseAccessTokens(OwnTokens tokens, ClientAssertions assertions) {
        this.tokens = tokens;
        this.assertions = assertions;
    }

    @Override
    public SignedToken issue(String clientId, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", tokens.issuer());
        claims.put("sub", clientId);
        claims.put("client_id", clientId);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + LIFETIME.toSeconds());
        claims.put("jti", RandomId.next().toString());
        return tokens.sign(TokenType.ACCESS, claims);
    }

    @Override
    public Optional<String> verify(String token, Instant now) {
        return switch (tokens.check(token, TokenType.ACCESS, tokens.issuer(), LIFETIME, now)) {
            case OwnTokens.Flawed _ -> Optional.empty();
            case OwnTokens.Genuine(var verified) ->
                verified.text("client_id").filter(client -> verified.text("sub").equals(Optional.of(client)));
        };
    }

    @Override
    public Optional<Assertion> verifyAssertion(String assertion, String clientId, String jwks, Instant now) {
        return assertions.verify(assertion, clientId, jwks, now);
    }
}
