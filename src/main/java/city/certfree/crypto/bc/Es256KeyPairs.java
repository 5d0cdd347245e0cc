package city.certfree.crypto.bc;

import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** P-256 keys as RFC 7518, section 6.2, writes them. */
final class Es256KeyPairs implements KeyPairs {
    @Override
    public List<String> publicMembers() {
        return List.of("kty", "crv", "x", "y");
    }

    @Override
    public Verifier verifier(Jwk jwk, KeyTerms terms) {
        jwk.expect("kty", "EC");
        jwk.expect("crv", "P-256");
        try {
            return new Es256Verifier(jwk.thumbprint(), P256.publicKey(jwk.bytes("x"), jwk.bytes("y")), terms);
        } catch (IllegalArgumentException e) {
            throw jwk.refused("x, y", "is not a point on P-256");
        }
    }

    @Override
    public Signer signer(Jwk jwk) {
        byte[] d = jwk.bytes("d");
        try {
            return new Es256Signer(jwk.thumbprint(), P256.privateKey(d));
        } catch (IllegalArgumentException e) {
            throw jwk.refused("d", "is not a private key on P-256");
        }
    }

    @Override
    public Map<String, String> newMembers() {
        var privateKey = P256.newPrivateKey();
        var point = P256.publicKeyOf(privateKey).getQ().normalize();
        var members = new LinkedHashMap<String, String>();
        members.put("kty", "EC");
        members.put("crv", "P-256");
        members.put("x", Base64Url.encode(point.getAffineXCoord().getEncoded()));
        members.put("y", Base64Url.encode(point.getAffineYCoord().getEncoded()));
        members.put("d", Base64Url.encode(P256.bytes(privateKey.getD())));
        return members;
    }
}
