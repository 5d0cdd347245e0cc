package city.certfree.token.jose;

import city.certfree.kernel.RandomId;
import city.certfree.token.AccessTokens;
import city.certfree.token.SignedToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** {@code at+jwt} as compact JWS, for the service itself. */
@Singleton
final class JoseAccessTokens implements AccessTokens {
    private static final Set<String> CLAIMS = Set.of("iss", "aud", "sub", "client_id", "iat", "exp", "jti");

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
        return switch (tokens.checkAgain(token, TokenType.ACCESS, tokens.issuer(), LIFETIME, now)) {
            case OwnTokens.Flawed _ -> Optional.empty();
            case OwnTokens.Genuine(var verified, var key) ->
                verified.text("client_id")
                        // A claim that this version does not know could narrow what the token is good for, as nbf does.
                        .filter(client -> verified.saysOnly(CLAIMS)
                                && verified.text("sub").equals(Optional.of(client)));
        };
    }

    @Override
    public Optional<String> claimedClient(String assertion) {
        return UnverifiedToken.parse(assertion).flatMap(UnverifiedToken::claimedSubject);
    }

    @Override
    public Optional<Assertion> verifyAssertion(String assertion, String clientId, String jwks, Instant now) {
        return assertions.verify(assertion, clientId, jwks, now);
    }
}
