package city.certfree.crypto.bc;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Jwk;
import java.util.List;
import java.util.Map;

/** The key pairs of one algorithm, read from a JWK and written to one. */
interface KeyPairs {
    /** Those of an algorithm. */
    static KeyPairs of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> new Es256KeyPairs();
            case EDDSA -> new EdDsaKeyPairs();
        };
    }

    /**
     * Reads the algorithm that a key names.
     *
     * @throws city.certfree.kernel.InvalidValue if it names none of ours
     */
    static SignatureAlgorithm algorithm(Jwk jwk) {
        var alg = jwk.text("alg");
        for (var algorithm : SignatureAlgorithm.values()) {
            if (algorithm.jose().equals(alg)) {
                return algorithm;
            }
        }
        throw jwk.refused("alg", "is not an algorithm known here");
    }

    /** The members of a JWK that are its public key, in their order. */
    List<String> publicMembers();

    /**
     * Reads the public half; what is no point of the curve, or a point of small order, is none.
     *
     * @throws city.certfree.kernel.InvalidValue naming the member that is wrong
     */
    Verifier verifier(Jwk jwk, KeyTerms terms);

    /**
     * Reads the private half.
     *
     * @throws city.certfree.kernel.InvalidValue naming the member that is wrong
     */
    Signer signer(Jwk jwk);

    /** The members of a new key pair: the public ones and {@code d}, which is secret. */
    Map<String, String> newMembers();
}
