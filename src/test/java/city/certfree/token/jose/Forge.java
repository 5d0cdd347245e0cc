package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Signer;
import city.certfree.crypto.file.SampleKeys;
import city.certfree.crypto.json.Base64Url;

/** Makes tokens that say anything at all, signed by the service's own keys. */
final class Forge {
    static final KeyRing RING = SampleKeys.ring();

    private Forge() {}

    static String header(String typ, KeyPurpose purpose) {
        return "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"%s\"}"
                .formatted(RING.signer(purpose).kid(), typ);
    }

    static String signed(String header, String claims, KeyPurpose purpose) {
        return signed(header.getBytes(UTF_8), claims.getBytes(UTF_8), RING.signer(purpose));
    }

    static String signed(byte[] header, byte[] claims, Signer signer) {
        return signed(Base64Url.encode(header) + "." + Base64Url.encode(claims), signer);
    }

    /** Signs two parts as they are, good base64url or not. */
    static String signed(String input, Signer signer) {
        return input + "." + Base64Url.encode(signer.sign(input.getBytes(US_ASCII)));
    }
}
