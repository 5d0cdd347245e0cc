package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.token.AccessTokens;
import city.certfree.token.AccessTokens.Assertion;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final String CLIENT = "demo-system";
    private static final ECKey KEY = key("k1");
    private static final ECKey OTHER = key("k2");
    private static final String JWKS = new JWKSet(KEY).toString();

    private final AccessTokens tokens = SampleTokens.access();

    @Test
    void believesAClientWithItsKey() {
        var proof = new Assertion("a-jti", NOW.plusSeconds(60).plus(SampleTokens.SKEW));

        assertEquals(Optional.of(proof), verify(claims().build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "client-authentication+jwt"})
    void takesTheTypesThatClientsName(String typ) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(typ))
                .keyID("k1");

        assertTrue(verify(signed(header.build(), claims().build(), KEY), JWKS).isPresent());
    }

    @Test
    void takesTheTokenEndpointForUsAndAListOfOne() {
        assertTrue(
                verify(claims().audience(SampleTokens.ISSUER + "/oauth2/token").build())
                        .isPresent());
        assertTrue(verify(claims().claim("aud", List.of(SampleTokens.ISSUER)).build())
                .isPresent());
    }

    @Test
    void needsNoKeyIdWhereThereIsOneKeyAndNeedsOneWhereThereAreTwo() {
        var nameless = signed(new JWSHeader(JWSAlgorithm.ES256), claims().build(), KEY);

        assertTrue(verify(nameless, JWKS).isPresent());
        assertEquals(Optional.empty(), verify(nameless, new JWKSet(List.of(KEY, OTHER)).toString()));
        assertTrue(verify(signed(header("k1"), claims().build(), KEY), new JWKSet(List.of(KEY, OTHER)).toString())
                .isPresent());
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
        return Stream.of(
                c -> c.issuer("other"),
                c -> c.issuer(null),
                c -> c.subject("other"),
                c -> c.subject(null),
                c -> c.audience((String) null),
                c -> c.audience("https://elsewhere.example"),
                c -> c.audience(SampleTokens.ISSUER + "/"),
                c -> c.claim("aud", List.of(SampleTokens.ISSUER, "https://elsewhere.example")),
                c -> c.jwtID(null),
                c -> c.jwtID(""),
                c -> c.jwtID("a".repeat(129)),
                c -> c.expirationTime(null),
                c -> c.claim("exp", "1795415585"),
                c -> c.claim("exp", 1795415585.5),
                c -> c.expirationTime(at(-5)),
                c -> c.expirationTime(at(306)),
                c -> c.issueTime(at(6)),
                c -> c.claim("iat", "now"),
                c -> c.notBeforeTime(at(6)));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void refusesAClaimThatIsWrong(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertEquals(Optional.empty(), verify(change.apply(claims()).build()));
    }

    @Test
    void toleratesClocksThatAreOffByTheSkew() {
        assertTrue(verify(claims().expirationTime(at(-4)).build()).isPresent());
        assertTrue(verify(claims().expirationTime(at(305)).build()).isPresent());
        assertTrue(
                verify(claims().issueTime(at(5)).notBeforeTime(at(5)).build()).isPresent());
    }

    @Test
    void refusesAnotherKey() {
        assertEquals(Optional.empty(), verify(signed(header("k1"), claims().build(), OTHER), JWKS));
        assertEquals(Optional.empty(), verify(signed(header("k2"), claims().build(), OTHER), JWKS));
    }

    @Test
    void refusesASecretKeyMadeOfThePublicOne() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build();
        var jwt = new SignedJWT(header, claims().build());
        jwt.sign(new MACSigner(KEY.toECPublicKey().getEncoded()));

        assertEquals(Optional.empty(), verify(jwt.serialize(), JWKS));
    }

    @Test
    void refusesAKeyThatTheAssertionBrings() {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(OTHER.toPublicJWK())
                .build();

        assertEquals(Optional.empty(), verify(signed(header, claims().build(), OTHER), JWKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "show+jwt", ""})
    void refusesAnotherType(String typ) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(typ))
                .keyID("k1");

        assertEquals(Optional.empty(), verify(signed(header.build(), claims().build(), KEY), JWKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}"})
    void provesNothingByABrokenKeySet(String jwks) {
        assertEquals(Optional.empty(), verify(signed(header("k1"), claims().build(), KEY), jwks));
    }

    private Optional<Assertion> verify(JWTClaimsSet claims) {
        return verify(signed(header("k1"), claims, KEY), JWKS);
    }

    private Optional<Assertion> verify(String assertion, String jwks) {
        return tokens.verifyAssertion(assertion, CLIENT, jwks, NOW);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(CLIENT)
                .subject(CLIENT)
                .audience(SampleTokens.ISSUER)
                .jwtID("a-jti")
                .issueTime(at(0))
                .expirationTime(at(60));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static JWSHeader header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
