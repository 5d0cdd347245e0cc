package city.certfree.crypto;

import city.certfree.kernel.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that an account shares with an authenticator app, which makes one-time passwords of it: TOTP (RFC 6238) as all
 * such apps do it, with SHA-1, 6 digits and steps of 30 seconds.
 */
public final class TotpSecret {
    /** How long a one-time password stands. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MAC = "HmacSHA1";
    private static final int BYTES = 20;
    private static final int MODULUS = 1_000_000;
    private static final Pattern ONE_TIME_PASSWORD = Pattern.compile("[0-9]{6}");

    /** The alphabet of base32 (RFC 4648, section 6). */
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final Pattern TEXT = Pattern.compile("[A-Z2-7]{32}");

    private final byte[] key;

    private TotpSecret(byte[] key) {
        this.key = key;
    }

    /** One of 160 random bits, as RFC 4226 recommends (section 4, R6). */
    public static TotpSecret random() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new TotpSecret(key);
    }

    /**
     * A secret that was kept.
     *
     * @param key 20 bytes
     */
    public static TotpSecret fromBytes(byte[] key) {
        if (key.length != BYTES) {
            throw InvalidValue.because("a secret for one-time passwords has 160 bits");
        }
        return new TotpSecret(key.clone());
    }

    /** Reads {@link #text()}. */
    public static TotpSecret parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw InvalidValue.because("a secret for one-time passwords has 32 characters of A-Z 2-7");
        }
        var key = ByteBuffer.allocate(BYTES);
        for (int i = 0; i < text.length(); i += 8) {
            long bits = 0;
            for (char c : text.substring(i, i + 8).toCharArray()) {
                bits = (bits << 5) | BASE32.indexOf(c);
            }
            key.put((byte) (bits >> 32)).putInt((int) bits);
        }
        return new TotpSecret(key.array());
    }

    /** 32 characters of base32, as people type them into an app. */
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < BYTES; i += 5) {
            long bits = ByteBuffer.wrap(key, i, 5).get() & 0xffL;
            bits = (bits << 32) | (ByteBuffer.wrap(key, i + 1, 4).getInt() & 0xffff_ffffL);
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(BASE32.charAt((int) (bits >> shift) & 31));
            }
        }
        return text.toString();
    }

    public byte[] toBytes() {
        return key.clone();
    }

    /** The address by which an app takes the secret over, most often from a QR code. */
    public String uri(String account) {
        return "otpauth://totp/certfree:" + account + "?secret=" + text() + "&issuer=certfree";
    }

    /** The one-time password of this moment. */
    public String at(Instant now) {
        return password(step(now));
    }

    /**
     * In which step a one-time password was made: this one, or, because clocks differ and people type slowly, the one before
     * or after it (RFC 6238, section 5.2). Empty when it is none of these.
     */
    public OptionalLong stepOf(String oneTimePassword, Instant now) {
        if (!ONE_TIME_PASSWORD.matcher(oneTimePassword).matches()) {
            return OptionalLong.empty();
        }
        long current = step(now);
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(bytes(password(step)), bytes(oneTimePassword))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    }

    /** HOTP (RFC 4226, section 5.3) of a step. */
    private String password(long step) {
        var mac = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
    }

    private byte[] mac(byte[] counter) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static byte[] bytes(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret that && MessageDigest.isEqual(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
