package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import city.certfree.kernel.InvalidValue;
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

    /**
     * The name of the claim in a disclosure that was made here, or accepted when it was delivered. It is read where it stands, without
     * a look at the rest, which was looked at then.
     *
     * @throws InvalidValue if it is no disclosure
     */
    static String nameIn(String text) {
        byte[] json = Base64Url.decode(text);
        int salt = valueAfter(json, 0, '[');
        int name = valueAfter(json, endOfText(json, salt), ',');
        int end = endOfText(json, name);
        return end < 0
                ? String.valueOf(StrictJson.array(json, text.length()).get(1))
                : new String(json, name + 1, end - name - 2, UTF_8);
    }

    /** Where the value begins that follows a sign, between white space; negative: the sign is not there. */
    private static int valueAfter(byte[] json, int from, char sign) {
        int at = afterSpace(json, from);
        return at >= 0 && at < json.length && json[at] == sign ? afterSpace(json, at + 1) : -1;
    }

    private static int afterSpace(byte[] json, int from) {
        int at = from;
        while (at >= 0
                && at < json.length
                && (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r')) {
            at++;
        }
        return at;
    }

    /** Where a text ends that begins here; negative: here is no text, or one with something escaped. */
    private static int endOfText(byte[] json, int from) {
        if (from < 0 || from >= json.length || json[from] != '"') {
            return -1;
        }
        for (int at = from + 1; at < json.length; at++) {
            if (json[at] == '\\') {
                return -1;
            }
            if (json[at] == '"') {
                return at + 1;
            }
        }
        return -1;
    }
}
