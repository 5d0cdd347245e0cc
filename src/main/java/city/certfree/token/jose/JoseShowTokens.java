package city.certfree.token.jose;

import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowTokens;
import city.certfree.token.SignedToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code show+jwt} as compact JWS. */
@Singleton
final class JoseShowTokens implements ShowTokens {
    private static final Set<String> CLAIMS =
            Set.of("iss", "aud", "iat", "exp", "jti", "lid", "ltc", "hld", "st", "itm", "agt", "fld");

    private final OwnTokens tokens;

    JoseShowTokens(OwnTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public SignedToken sign(ShowClaims claims) {
        var json = new LinkedHashMap<String, Object>();
        json.put("aud", AUDIENCE);
        json.put("iat", claims.issuedAt().getEpochSecond());
        json.put("exp", claims.expiresAt().getEpochSecond());
        json.put("jti", claims.jti().toString());
        json.put("lid", claims.lid().toString());
        json.put("ltc", claims.type().value());
        json.put("hld", claims.maskedHolder());
        json.put("st", claims.status());
        if (claims.item() != null) {
            json.put("itm", claims.item().value());
        }
        if (claims.agent() != null) {
            json.put("agt", claims.agent());
        }
        if (claims.fields() != null) {
            json.put("fld", Base64Url.encode(claims.fieldBits().toByteArray()));
        }
        var token = tokens.sign(TokenType.SHOW, json);
        if (token.text().length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("the show token is too long for a code that scans");
        }
        return token;
    }

    @Override
    public Verification verify(String token, Instant now) {
        return switch (tokens.check(token, TokenType.SHOW, AUDIENCE, LIFETIME, now)) {
            case OwnTokens.Flawed(var flaw) -> new Verification.Rejected(flaw);
            case OwnTokens.Genuine(var verified, var key) -> read(verified);
        };
    }

    private static Verification read(VerifiedToken token) {
        try {
            // A claim that this version does not know could narrow what the token is good for.
            return token.saysOnly(CLAIMS)
                    ? new Verification.Verified(claims(token))
                    : new Verification.Rejected(Flaw.MALFORMED);
        } catch (InvalidValue e) {
            return new Verification.Rejected(Flaw.MALFORMED);
        }
    }

    private static ShowClaims claims(VerifiedToken token) {
        return new ShowClaims(
                RandomId.parse(text(token, "jti")),
                token.time("iat").orElseThrow(),
                RandomId.parse(text(token, "lid")),
                new LicenceTypeCode(text(token, "ltc")),
                text(token, "hld"),
                text(token, "st"),
                token.has("itm") ? new ItemCode(text(token, "itm")) : null,
                token.has("agt") ? text(token, "agt") : null,
                fields(token));
    }

    private static @Nullable List<Integer> fields(VerifiedToken token) {
        return token.has("fld")
                ? BitSet.valueOf(Base64Url.decode(text(token, "fld"))).stream()
                        .boxed()
                        .toList()
                : null;
    }

    private static String text(VerifiedToken token, String claim) {
        return token.text(claim).orElseThrow(() -> InvalidValue.because("a claim is missing"));
    }
}
