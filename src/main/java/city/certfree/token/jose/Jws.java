package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import java.util.Map;

/** JWS in compact form (RFC 7515, sections 5.1 and 5.2), in Nimbus's JSON, with signatures by our own keys. */
final class Jws {
    private Jws() {}

    /** Signs claims; the header says {@code alg}, {@code kid} and {@code typ}. */
    static String sign(TokenType type, Map<String, Object> claims, Signer signer) {
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(signer.algorithm().jose()))
                .type(new JOSEObjectType(type.typ()))
                .keyID(signer.kid())
                .build();
        var payload = Base64Url.encode(JSONObjectUtils.toJSONString(claims).getBytes(UTF_8));
        var input = header.toBase64URL() + "." + payload;
        return input + "." + Base64Url.encode(signer.sign(input.getBytes(US_ASCII)));
    }

    /**
     * Whether the signature is the key's. What else RFC 7515 asks to be looked at, {@link UnverifiedToken} has: there is no header that
     * could say something about the signature but {@code alg}, and that is the key's.
     *
     * @param parts header, payload and signature, in canonical base64url
     */
    static boolean verifies(List<String> parts, Verifier verifier) {
        byte[] input = (parts.get(0) + "." + parts.get(1)).getBytes(US_ASCII);
        return verifier.verifies(input, Base64Url.decode(parts.get(2)));
    }
}
