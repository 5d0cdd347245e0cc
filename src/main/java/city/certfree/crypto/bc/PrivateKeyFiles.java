package city.certfree.crypto.bc;

import city.certfree.kernel.InvalidValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Private keys from the files in which other programs keep them, as the members of a JWK: P-256, SM2 and Ed25519. Refusals say
 * what is wrong and show nothing of the file.
 */
public final class PrivateKeyFiles {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ((?:EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private PrivateKeyFiles() {}

    /**
     * A PEM file (RFC 7468) with one private key, in PKCS#8 (RFC 5958) or, for elliptic curves, SEC1 (RFC 5915).
     *
     * @throws InvalidValue if there is no such key in it
     */
    public static Map<String, String> pem(String text) {
        var pem = PEM.matcher(text);
        if (!pem.find()) {
            throw InvalidValue.because("the PEM file has no private key, or an encrypted one: those belong in PKCS#12");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            return pem.group(1).startsWith("EC ") ? sec1(der) : pkcs8(der);
        } catch (IllegalArgumentException | IOException e) {
            throw unreadable();
        }
    }

    /**
     * The key of this name in a PKCS#12 file (RFC 7292).
     *
     * @throws InvalidValue if there is none, or the password is another
     */
    public static Map<String, String> pkcs12(byte[] file, char[] password, String alias) {
        try {
            var store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
            store.load(new ByteArrayInputStream(file), password);
            var key = store.getKey(alias, password);
            if (key == null) {
                throw InvalidValue.because("the PKCS#12 file has no key of the alias " + alias);
            }
            return pkcs8(key.getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw InvalidValue.because("the PKCS#12 file does not open with CERTFREE_KEYS_PASSWORD");
        }
    }

    private static Map<String, String> pkcs8(byte[] der) throws IOException {
        var info = PrivateKeyInfo.getInstance(der);
        var algorithm = info.getPrivateKeyAlgorithm();
        if (algorithm.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)) {
            return EdDsaKeyPairs.members((Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(info));
        }
        if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            throw unreadable();
        }
        return ec(ECPrivateKey.getInstance(info.parsePrivateKey()), algorithm.getParameters());
    }

    private static Map<String, String> sec1(byte[] der) {
        var key = ECPrivateKey.getInstance(der);
        return ec(key, key.getParametersObject());
    }

    private static Map<String, String> ec(ECPrivateKey key, @Nullable ASN1Encodable parameters) {
        var curve = curve(parameters);
        return curve.members(curve.privateKey(Curve.bytes(key.getKey())));
    }

    private static Curve curve(@Nullable ASN1Encodable parameters) {
        if (parameters instanceof ASN1ObjectIdentifier name) {
            if (name.equals(X9ObjectIdentifiers.prime256v1)) {
                return Curve.P256;
            }
            if (name.equals(GMObjectIdentifiers.sm2p256v1)) {
                return Curve.SM2;
            }
        }
        throw unreadable();
    }

    private static InvalidValue unreadable() {
        return InvalidValue.because("the private key is not one of P-256, SM2 or Ed25519 in PKCS#8 or SEC1");
    }
}
