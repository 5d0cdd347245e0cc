package city.certfree.crypto.pkcs11;

import city.certfree.crypto.Signer;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The P-256 keys of a hardware security module: they sign there and never leave it. A key is found by its label and needs a
 * certificate beside it, as {@code keytool} makes one; of that only the public key is used.
 */
public final class Pkcs11Keys {
    private static final int COORDINATE_BYTES = 32;

    private final Provider provider;
    private final KeyStore store;

    private Pkcs11Keys(Provider provider, KeyStore store) {
        this.provider = provider;
        this.store = store;
    }

    /**
     * Logs in to the module.
     *
     * @throws InvalidValue if no library is set, or the module does not let us in
     */
    public static Pkcs11Keys open(Pkcs11Settings settings) {
        var library = settings.library();
        var pin = settings.pin();
        if (library == null || pin == null) {
            throw InvalidValue.because("CERTFREE_PKCS11_LIBRARY and CERTFREE_PKCS11_PIN are not both set");
        }
        try {
            var provider = Security.getProvider("SunPKCS11")
                    .configure(
                            "--name=certfree\nlibrary=" + library + "\nslotListIndex=" + settings.slotIndex() + "\n");
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.toCharArray());
            return new Pkcs11Keys(provider, store);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw InvalidValue.because("the PKCS#11 module " + library + " does not open; are slot and PIN right?");
        }
    }

    /**
     * The public key of this label, as the members of a JWK.
     *
     * @throws InvalidValue if there is none, or one of another kind
     */
    public Map<String, String> members(String label) {
        try {
            var certificate = store.getCertificate(label);
            if (certificate == null || !(certificate.getPublicKey() instanceof ECPublicKey key)) {
                throw InvalidValue.because("the PKCS#11 module has no key " + label + " with a certificate of P-256");
            }
            var members = new LinkedHashMap<String, String>();
            members.put("kty", "EC");
            members.put("crv", "P-256");
            members.put("x", coordinate(key.getW().getAffineX()));
            members.put("y", coordinate(key.getW().getAffineY()));
            return members;
        } catch (GeneralSecurityException e) {
            throw unreadable(label);
        }
    }

    private static String coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[COORDINATE_BYTES];
        int skip = Math.max(0, signed.length - COORDINATE_BYTES);
        System.arraycopy(signed, skip, bytes, COORDINATE_BYTES - (signed.length - skip), signed.length - skip);
        return Base64Url.encode(bytes);
    }

    /**
     * The private key of this label, which signs in the module.
     *
     * @throws InvalidValue if there is none
     */
    public Signer signer(String label) {
        try {
            if (store.getKey(label, null) instanceof PrivateKey key) {
                return new Pkcs11Signer(Jwk.of(members(label)).thumbprint(), key, provider);
            }
            throw unreadable(label);
        } catch (GeneralSecurityException e) {
            throw unreadable(label);
        }
    }

    private static InvalidValue unreadable(String label) {
        return InvalidValue.because("the PKCS#11 module gives no private key " + label);
    }
}
