package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 keys as RFC 8037, section 2, writes them. */
final class EdDsaKeyPairs implements KeyPairs {
    @Override
    public List<String> publicMembers() {
        return List.of("kty", "crv", "x");
    }

    /** Takes points of the large subgroup only: under a key of small order, one signature fits many messages. */
    @Override
    public Verifier verifier(Jwk jwk, KeyTerms terms) {
        jwk.expect("kty", "OKP");
        jwk.expect("crv", "Ed25519");
        byte[] x = jwk.bytes("x");
        if (x.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyFull(x, 0)) {
            throw jwk.refused("x", "is not a public key of Ed25519");
        }
        return new EdDsaVerifier(jwk.thumbprint(), new Ed25519PublicKeyParameters(x), terms);
    }

    @Override
    public Signer signer(Jwk jwk) {
        byte[] d = jwk.bytes("d");
        if (d.length != Ed25519.SECRET_KEY_SIZE) {
            throw jwk.refused("d", "is not a private key of Ed25519");
        }
        return new EdDsaSigner(jwk.thumbprint(), new Ed25519PrivateKeyParameters(d));
    }

    @Override
    public Map<String, String> newMembers() {
        return members(new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    static Map<String, String> members(Ed25519PrivateKeyParameters privateKey) {
        var members = new LinkedHashMap<String, String>();
        members.put("kty", "OKP");
        members.put("crv", "Ed25519");
        members.put("x", Base64Url.encode(privateKey.generatePublicKey().getEncoded()));
        members.put("d", Base64Url.encode(privateKey.getEncoded()));
        return members;
    }
}
