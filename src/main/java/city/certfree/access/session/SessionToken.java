package city.certfree.access.session;

import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;

/**
 * The secret by which a browser proves its session: it holds the token, the database its digest only.
 *
 * @param value 128 random bits
 */
public record SessionToken(RandomId value) {
    public static SessionToken next() {
        return new SessionToken(RandomId.next());
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws city.certfree.kernel.InvalidValue if it is not one
     */
    public static SessionToken parse(String text) {
        return new SessionToken(RandomId.parse(text));
    }

    /** 22 characters of base64url. */
    public String text() {
        return value.toString();
    }

    public Sha256 digest() {
        return Sha256.of(value.toBytes());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "SessionToken";
    }
}
