package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.PublicKeySets;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Reads the JWK sets of clients, of every algorithm in either profile: a client's keys are its own choice. */
@Singleton
public final class JwkPublicKeySets implements PublicKeySets {
    private static final int MAX_KEYS = 10;

    @Override
    public Map<String, Verifier> read(String jwks) {
        var keys = Jwk.set(jwks.getBytes(UTF_8));
        if (keys.size() > MAX_KEYS) {
            throw InvalidValue.because("a client has at most 10 keys");
        }
        var verifiers = new HashMap<String, Verifier>();
        for (var key : keys) {
            var verifier = verifier(key);
            var name = key.optionalText("kid").orElse(verifier.kid());
            if (verifiers.put(name, verifier) != null) {
                throw key.refused("kid", "occurs twice");
            }
        }
        return Map.copyOf(verifiers);
    }

    private static Verifier verifier(Jwk key) {
        if (key.has("d")) {
            throw key.refused("d", "is private and must never leave the client");
        }
        if (key.has("use")) {
            key.expect("use", "sig");
        }
        return KeyPairs.of(KeyPairs.algorithm(key)).verifier(key, KeyTerms.UNLIMITED);
    }
}
