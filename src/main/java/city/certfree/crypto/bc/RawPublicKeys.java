package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.PublicKeys;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import jakarta.inject.Singleton;

/** Takes up public keys through the same checks as those that come as JWK. */
@Singleton
public final class RawPublicKeys implements PublicKeys {
    @Override
    public Verifier of(SignatureAlgorithm algorithm, byte[] bytes) {
        if (algorithm != SignatureAlgorithm.EDDSA) {
            throw InvalidValue.because("of raw public keys only those of Ed25519 are taken");
        }
        var jwks = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}]}".formatted(Base64Url.encode(bytes));
        return KeyPairs.of(algorithm).verifier(Jwk.set(jwks.getBytes(UTF_8)).getFirst(), KeyTerms.UNLIMITED);
    }
}
