package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import com.nimbusds.jose.util.JSONArrayUtils;
import java.util.List;

/**
 * A claim that a holder may show or keep back (RFC 9901, sections 4.2.1 and 4.2.3).
 *
 * @param text the array of salt, name and value in base64url
 * @param digest of the text, by which the token names the claim, in base64url
 */
record Disclosure(String text, String digest) {
    /** With a new salt of 128 bits. */
    static Disclosure of(String name, String value) {
        var array = JSONArrayUtils.toJSONString(List.of(RandomId.next().toString(), name, value));
        var text = Base64Url.encode(array.getBytes(UTF_8));
        return new Disclosure(
                text, Base64Url.encode(Sha256.of(text.getBytes(US_ASCII)).toBytes()));
    }
}
