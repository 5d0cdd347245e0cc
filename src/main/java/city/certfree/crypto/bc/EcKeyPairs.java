package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Jwk;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Keys of an elliptic curve as RFC 7518, section 6.2, writes them. */
record EcKeyPairs(
        Curve curve,
        VerifierOf verifiers,
        VerifierOf ownVerifiers,
        BiFunction<String, ECPrivateKeyParameters, Signer> signers)
        implements KeyPairs {
    /** Makes the verifier of a public key. */
    @FunctionalInterface
    interface VerifierOf {
        Verifier make(String kid, ECPublicKeyParameters key, KeyTerms terms);
    }

    @Override
    public List<String> publicMembers() {
        return List.of("kty", "crv", "x", "y");
    }

    @Override
    public Verifier verifier(Jwk jwk, KeyTerms terms) {
        return verifier(jwk, terms, verifiers);
    }

    @Override
    public Verifier ownVerifier(Jwk jwk, KeyTerms terms) {
        return verifier(jwk, terms, ownVerifiers);
    }

    private Verifier verifier(Jwk jwk, KeyTerms terms, VerifierOf verifiers) {
        jwk.expect("kty", "EC");
        jwk.expect("crv", curve.crv());
        try {
            return verifiers.make(jwk.thumbprint(), curve.publicKey(jwk.bytes("x"), jwk.bytes("y")), terms);
        } catch (IllegalArgumentException e) {
            throw jwk.refused("x, y", "is not a point on " + curve.crv());
        }
    }

    @Override
    public Signer signer(Jwk jwk) {
        byte[] d = jwk.bytes("d");
        try {
            return signers.apply(jwk.thumbprint(), curve.privateKey(d));
        } catch (IllegalArgumentException e) {
            throw jwk.refused("d", "is not a private key on " + curve.crv());
        }
    }

    @Override
    public Map<String, String> newMembers() {
        return curve.members(curve.newPrivateKey());
    }
}
