package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Jwk;
import java.util.List;
import java.util.Map;

/** The key pairs of one algorithm, read from a JWK and written to one. */
public interface KeyPairs {
    /** Those of an algorithm. */
    static KeyPairs of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 ->
                new EcKeyPairs(Curve.P256, Es256Verifier::oneOfMany, Es256Verifier::oneOfFew, Es256Signer::new);
            case EDDSA -> new EdDsaKeyPairs();
            case SM2SM3 -> new EcKeyPairs(Curve.SM2, Sm2Verifier::new, Sm2Verifier::new, Sm2Signer::new);
        };
    }

    /**
     * The algorithm that a key is for: its curve says it, and {@code alg} must not say otherwise.
     *
     * @throws city.certfree.kernel.InvalidValue if it is for none of ours
     */
    static SignatureAlgorithm algorithm(Jwk jwk) {
        var algorithm =
                switch (jwk.text("crv")) {
                    case "P-256" -> SignatureAlgorithm.ES256;
                    case "Ed25519" -> SignatureAlgorithm.EDDSA;
                    case "SM2" -> SignatureAlgorithm.SM2SM3;
                    default -> throw jwk.refused("crv", "is not a curve known here");
                };
        if (jwk.has("alg")) {
            jwk.expect("alg", algorithm.jose());
        }
        return algorithm;
    }

    /** The members of a JWK that are its public key, in their order. */
    List<String> publicMembers();

    /**
     * Reads the public half; what is no point of the curve, or a point of small order, is none.
     *
     * @throws city.certfree.kernel.InvalidValue naming the member that is wrong
     */
    Verifier verifier(Jwk jwk, KeyTerms terms);

    /** As {@link #verifier}, of a key of the city's own: there are few of them, so that one may take memory to be fast. */
    default Verifier ownVerifier(Jwk jwk, KeyTerms terms) {
        return verifier(jwk, terms);
    }

    /**
     * Reads the private half.
     *
     * @throws city.certfree.kernel.InvalidValue naming the member that is wrong
     */
    Signer signer(Jwk jwk);

    /** The members of a new key pair: the public ones and {@code d}, which is secret. */
    Map<String, String> newMembers();
}
