package city.certfree.crypto.json;

import city.certfree.kernel.InvalidValue;
import java.util.Base64;

/** Unpadded base64url (RFC 4648, section 5; RFC 7515, section 2), of which every value has one form only. */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * Reads what {@link #encode} writes. Padding, white space, the standard alphabet and set bits behind the last byte are
     * refused.
     *
     * @throws InvalidValue if it is another form, or none
     */
    public static byte[] decode(String text) {
        byte[] bytes = decodeLoosely(text);
        // The platform's decoder takes padding and stray trailing bits; what it read is written differently then.
        if (!encode(bytes).equals(text)) {
            throw refused();
        }
        return bytes;
    }

    private static byte[] decodeLoosely(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static InvalidValue refused() {
        return InvalidValue.because("base64url has one form: unpadded, without white space or stray bits");
    }
}
