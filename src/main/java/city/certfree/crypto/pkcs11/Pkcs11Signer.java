package city.certfree.crypto.pkcs11;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/** ES256 by a key in the module; the platform asks for r‖s (IEEE P1363), which is what JOSE writes. */
final class Pkcs11Signer implements Signer {
    private final String kid;
    private final PrivateKey key;
    private final Provider provider;

    Pkcs11Signer(String kid, PrivateKey key, Provider provider) {
        this.kid = kid;
        this.key = key;
        this.provider = provider;
    }

    @Override
    public String kid() {
        return kid;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ES256;
    }

    @Override
    public byte[] sign(byte[] input) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format", provider);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the PKCS#11 module does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "Pkcs11Signer[" + kid + "]";
    }
}
