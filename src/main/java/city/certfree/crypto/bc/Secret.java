package city.certfree.crypto.bc;

import city.certfree.crypto.json.Jwk;
import java.util.List;

/** A secret key of 256 bits for sealing or for the index, with its id and state. Shows its id only. */
final class Secret {
    static final int LENGTH_BYTES = 32;

    /** What a secret key is for, with the algorithm that its JWK names (RFC 7518). */
    enum Purpose {
        SEAL("A256GCM"),
        INDEX("HS256");

        private final String algorithm;

        Purpose(String algorithm) {
            this.algorithm = algorithm;
        }

        String algorithm() {
            return algorithm;
        }
    }

    private final Purpose purpose;
    private final String id;
    private final KeyTerms.State state;
    private final byte[] bytes;

    /** @param id 1 to 32 of {@code 0-9 A-Z a-z . _ -}, stored beside whatever is made with the key */
    Secret(Purpose purpose, String id, KeyTerms.State state, byte[] bytes) {
        if (!id.matches("[0-9A-Za-z._-]{1,32}")) {
            throw new IllegalArgumentException("the kid of a secret key has 1 to 32 of 0-9 A-Z a-z . _ -");
        }
        if (bytes.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a secret key has 32 bytes");
        }
        this.purpose = purpose;
        this.id = id;
        this.state = state;
        this.bytes = bytes.clone();
    }

    /**
     * Reads a symmetric key (RFC 7518, section 6.4). Its {@code kid} is a name: a thumbprint would be a digest of the key.
     *
     * @throws city.certfree.kernel.InvalidValue naming the key and the member that is wrong
     */
    static Secret read(Jwk jwk) {
        var purpose = SigningKey.purpose(jwk, Purpose.class);
        jwk.expect("kty", "oct");
        jwk.expect("alg", purpose.algorithm());
        var state = SigningKey.terms(jwk).state();
        var id = jwk.text("kid");
        byte[] bytes = jwk.bytes("k");
        try {
            return new Secret(purpose, id, state, bytes);
        } catch (IllegalArgumentException e) {
            throw jwk.refused("kid, k", "are not right: " + e.getMessage());
        }
    }

    /** The one in use; the key files were checked to have exactly one. */
    static Secret activeOf(List<Secret> secrets) {
        return secrets.stream()
                .filter(s -> s.state == KeyTerms.State.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    Purpose purpose() {
        return purpose;
    }

    String id() {
        return id;
    }

    KeyTerms.State state() {
        return state;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Secret[" + id + "]";
    }
}
