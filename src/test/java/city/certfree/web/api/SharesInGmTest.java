package city.certfree.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.bc.KeyPairs;
import city.certfree.crypto.json.Jwk;
import city.certfree.fixture.OnGmDemoCity;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

/** The tests of SHARE once more, in the profile GM. */
@MicronautTest(transactional = false)
class SharesInGmTest extends SharesControllerTest implements OnGmDemoCity {
    /** Nimbus knows neither the algorithm nor the curve: OpenSSL vouches for ours. */
    @Override
    void assertSignedByAPublishedKey(SignedJWT jws) {
        var published = http.toBlocking().retrieve("/.well-known/jwks.json");
        var key = Jwk.set(published.getBytes(UTF_8)).stream()
                .filter(jwk -> jwk.text("kid").equals(jws.getHeader().getKeyID()))
                .findFirst()
                .orElseThrow();
        byte[] input = jws.getSigningInput();

        assertEquals("SM2SM3", jws.getHeader().getAlgorithm().getName());
        assertTrue(KeyPairs.of(SignatureAlgorithm.SM2SM3)
                .verifier(key, KeyTerms.UNLIMITED)
                .verifies(input, jws.getSignature().decode()));
    }
}
