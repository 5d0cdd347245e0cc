package city.certfree.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

/** Verifies as a stranger would: with the published keys, Nimbus's own verifier and the platform's cryptography. */
final class Independent {
    private Independent() {}

    /** The header and the claims of a token whose signature is a published key's. */
    static Verified verify(String token) throws ParseException, JOSEException {
        var jws = JWSObject.parse(token);
        if (!jws.verify(new ECDSAVerifier(key(jws.getHeader().getKeyID())))) {
            throw new AssertionError("the signature is not the key's");
        }
        return new Verified(jws.getHeader().toJSONObject(), jws.getPayload().toJSONObject());
    }

    private static ECKey key(String kid) throws ParseException, JOSEException {
        for (var members : Forge.RING.publicKeys()) {
            if (!"EC".equals(members.get("kty"))) {
                continue;
            }
            var key = ECKey.parse(new HashMap<>(members));
            if (key.getKeyID().equals(kid)) {
                if (!key.computeThumbprint().toString().equals(kid)) {
                    throw new AssertionError("the kid is not the thumbprint of RFC 7638");
                }
                return key;
            }
        }
        throw new AssertionError("the key is not published");
    }

    record Verified(Map<String, Object> header, Map<String, Object> claims) {}
}
