package city.certfree.attack;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.Signature;

/** A client's key, of which the service knows the public half only. */
record ClientKey(ECKey key) implements Signer {
    static ClientKey next() {
        try {
            return new ClientKey(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    @Override
    public String kid() {
        return key.getKeyID();
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ES256;
    }

    @Override
    public byte[] sign(byte[] input) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.toECPrivateKey());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
