package city.certfree.kernel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 128 random bits that nobody can guess.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record RandomId(long high, long low) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH_BYTES = 16;
    private static final int LENGTH_TEXT = 22;

    /** A new one, from the platform's secure source. */
    public static RandomId next() {
        byte[] bytes = new byte[LENGTH_BYTES];
        RANDOM.nextBytes(bytes);
        return fromBytes(bytes);
    }

    /** Reads 16 bytes, big-endian. */
    public static RandomId fromBytes(byte[] bytes) {
        if (bytes.length != LENGTH_BYTES) {
            throw InvalidValue.because("an id has 16 bytes");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new RandomId(buffer.getLong(), buffer.getLong());
    }

    /** Reads the 22 characters that {@link #toString()} writes, and no other form of them. */
    public static RandomId parse(String text) {
        if (text.length() == LENGTH_TEXT && text.matches("[0-9A-Za-z_-]{22}")) {
            var id = fromBytes(Base64.getUrlDecoder().decode(text));
            if (id.toString().equals(text)) {
                return id;
            }
        }
        throw InvalidValue.because("an id has 22 characters of base64url");
    }

    /** The 16 bytes, big-endian. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH_BYTES).putLong(high).putLong(low).array();
    }

    /** 22 characters of unpadded base64url (RFC 4648, section 5). */
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toBytes());
    }
}
