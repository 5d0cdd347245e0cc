package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.PublicKeySets;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;

/** Reads JWK sets of every algorithm in either profile: those of clients, whose choice it is, and the published one. */
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

    /**
     * Reads the key set that the service publishes, as somebody has saved it.
     *
     * @return the keys of this purpose by their {@code kid}, which is the thumbprint
     * @throws InvalidValue if it is not such a set: a key without its purpose, {@code kid} or {@code alg}, a private member, a
     *     {@code kid} that is not the thumbprint or occurs twice
     */
    public static Map<String, Verifier> published(String jwks, KeyPurpose purpose) {
        var names = new HashSet<String>();
        var verifiers = new HashMap<String, Verifier>();
        for (var key : Jwk.set(jwks.getBytes(UTF_8))) {
            key.text("alg");
            var verifier = verifier(key);
            key.expect("kid", verifier.kid());
            if (!names.add(verifier.kid())) {
                throw key.refused("kid", "occurs twice");
            }
            if (key.text("certfree_purpose").equals(purpose.name().toLowerCase(Locale.ROOT))) {
                verifiers.put(verifier.kid(), verifier);
            }
        }
        return Map.copyOf(verifiers);
    }

    private static Verifier verifier(Jwk key) {
        if (key.has("d")) {
            throw key.refused("d", "is private and must never leave its owner");
        }
        if (key.has("use")) {
            key.expect("use", "sig");
        }
        return KeyPairs.of(KeyPairs.algorithm(key)).verifier(key, KeyTerms.UNLIMITED);
    }
}
