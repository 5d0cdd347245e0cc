package city.certfree.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Signer;
import city.certfree.crypto.json.Base64Url;
import java.util.regex.Matcher;

/**
 * A good token that is not signed yet. Whatever is changed in it, the signature is right for what it then says: what is
 * refused is refused for the change alone.
 */
record Draft(String header, String claims, Signer signer) {
    /** What a token says, to be said otherwise. */
    static Draft of(String token, Signer signer) {
        var parts = token.split("\\.", -1);
        return new Draft(text(parts[0]), text(parts[1]), signer);
    }

    Draft header(String text, String instead) {
        return new Draft(replaced(header, text, instead), claims, signer);
    }

    /** With a further member in the header. */
    Draft adding(String member) {
        return header("{", "{" + member + ",");
    }

    Draft claims(String text, String instead) {
        return new Draft(header, replaced(claims, text, instead), signer);
    }

    /** With this as the value of a claim, in JSON; the claim must be there, and be a text or a number. */
    Draft claim(String name, String json) {
        return new Draft(header, claims.replaceFirst(pattern(name), "\"" + name + "\":" + quoted(json)), signer);
    }

    Draft withoutClaim(String name) {
        var without = claims.replaceFirst(pattern(name) + ",?", "").replace(",}", "}");
        return new Draft(header, without, signer);
    }

    Draft by(Signer other) {
        return new Draft(header, claims, other);
    }

    String signed() {
        return signed(header.getBytes(UTF_8), claims.getBytes(UTF_8));
    }

    String signed(byte[] otherHeader, byte[] otherClaims) {
        return signed(Base64Url.encode(otherHeader) + "." + Base64Url.encode(otherClaims), signer);
    }

    /** With another signature than its own. */
    String signed(byte[] signature) {
        return input() + "." + Base64Url.encode(signature);
    }

    String input() {
        return Base64Url.encode(header.getBytes(UTF_8)) + "." + Base64Url.encode(claims.getBytes(UTF_8));
    }

    /** Signs two parts as they are, good base64url or not. */
    static String signed(String input, Signer signer) {
        return input + "." + Base64Url.encode(signer.sign(input.getBytes(US_ASCII)));
    }

    private static String replaced(String all, String text, String instead) {
        if (!all.contains(text)) {
            throw new IllegalArgumentException("nothing to be replaced by " + instead);
        }
        return all.replace(text, instead);
    }

    private static String pattern(String name) {
        return "\"" + name + "\":(\"[^\"]*\"|[0-9]+)";
    }

    private static String quoted(String json) {
        return Matcher.quoteReplacement(json);
    }

    private static String text(String part) {
        return new String(Base64Url.decode(part), UTF_8);
    }
}
