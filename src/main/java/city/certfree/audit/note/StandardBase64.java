package city.certfree.audit.note;

import city.certfree.kernel.InvalidValue;
import java.util.Base64;

/** Base64 as the C2SP formats use it (RFC 4648, section 4), padded, and in its one canonical form only. */
final class StandardBase64 {
    private StandardBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws InvalidValue if it is not what {@link #encode} writes */
    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw InvalidValue.because("a note's Base64 is standard and padded");
        }
        throw InvalidValue.because("a note's Base64 is canonical");
    }
}
