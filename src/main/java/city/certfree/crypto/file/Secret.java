package city.certfree.crypto.file;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Profile;
import city.certfree.crypto.bc.secret.Aead;
import city.certfree.crypto.bc.secret.Hmac;
import city.certfree.crypto.bc.secret.SecretAlgorithm;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.util.List;

/** A secret key for sealing or for the index, with its id and state. Shows its id only. */
final class Secret {
    /** What a secret key is for, with the algorithms that do it. */
    enum Purpose {
        SEAL(SecretAlgorithm.A256GCM, SecretAlgorithm.SM4GCM),
        INDEX(SecretAlgorithm.HS256, SecretAlgorithm.HSM3);

        private final SecretAlgorithm intl;
        private final SecretAlgorithm gm;

        Purpose(SecretAlgorithm intl, SecretAlgorithm gm) {
            this.intl = intl;
            this.gm = gm;
        }

        /** The one of a profile. */
        SecretAlgorithm algorithm(Profile profile) {
            return switch (profile) {
                case INTL -> intl;
                case GM -> gm;
            };
        }
    }

    private final Purpose purpose;
    private final SecretAlgorithm algorithm;
    private final String id;
    private final KeyTerms.State state;
    private final byte[] bytes;

    /** @param id 1 to 32 of {@code 0-9 A-Z a-z . _ -}, stored beside whatever is made with the key */
    Secret(Purpose purpose, SecretAlgorithm algorithm, String id, KeyTerms.State state, byte[] bytes) {
        if (!id.matches("[0-9A-Za-z._-]{1,32}")) {
            throw new IllegalArgumentException("the kid of a secret key has 1 to 32 of 0-9 A-Z a-z . _ -");
        }
        if (bytes.length != algorithm.lengthBytes()) {
            throw new IllegalArgumentException(
                    "a secret key for " + algorithm + " has " + algorithm.lengthBytes() + " bytes");
        }
        this.purpose = purpose;
        this.algorithm = algorithm;
        this.id = id;
        this.state = state;
        this.bytes = bytes.clone();
    }

    /**
     * Reads a symmetric key (RFC 7518, section 6.4). Its {@code kid} is a name: a thumbprint would be a digest of the key.
     *
     * @throws InvalidValue naming the key and the member that is wrong
     */
    static Secret read(Jwk jwk) {
        var purpose = SigningKey.word(jwk, SigningKey.PURPOSE, Purpose.class);
        jwk.expect("kty", "oct");
        var algorithm = algorithm(jwk, purpose);
        var state = SigningKey.terms(jwk).state();
        var id = jwk.text("kid");
        byte[] bytes = jwk.bytes("k");
        try {
            return new Secret(purpose, algorithm, id, state, bytes);
        } catch (IllegalArgumentException e) {
            throw jwk.refused("kid, k", "are not right: " + e.getMessage());
        }
    }

    private static SecretAlgorithm algorithm(Jwk jwk, Purpose purpose) {
        var alg = jwk.text("alg");
        for (var profile : Profile.values()) {
            if (purpose.algorithm(profile).name().equals(alg)) {
                return purpose.algorithm(profile);
            }
        }
        throw jwk.refused("alg", "is not one for " + purpose);
    }

    /**
     * Those for a purpose.
     *
     * @throws IllegalStateException if the profile has not exactly one active key among them, or an id occurs twice
     */
    static List<Secret> of(List<Secret> secrets, Purpose purpose, Profile profile) {
        var found = secrets.stream().filter(s -> s.purpose == purpose).toList();
        long active = found.stream().filter(s -> s.isActive(profile)).count();
        long ids = secrets.stream().map(Secret::id).distinct().count();
        if (active != 1 || ids != secrets.size()) {
            throw new IllegalStateException(KeyFolder.SECRETS + " needs exactly one active key for " + purpose
                    + " with " + purpose.algorithm(profile) + ", and no kid twice");
        }
        return found;
    }

    /** Whether it is the one that the profile works with. */
    boolean isActive(Profile profile) {
        return state == KeyTerms.State.ACTIVE && algorithm.profile() == profile;
    }

    Aead aead() {
        return Aead.of(algorithm, bytes);
    }

    Hmac hmac() {
        return Hmac.of(algorithm, bytes);
    }

    /** By which a known key is recognised under any name. */
    Sha256 digest() {
        return Sha256.of(bytes);
    }

    String id() {
        return id;
    }

    @Override
    public String toString() {
        return "Secret[" + id + "]";
    }
}
