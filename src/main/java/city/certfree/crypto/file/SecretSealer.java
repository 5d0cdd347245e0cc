package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Profile;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.bc.secret.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Seals under the active key of the profile, and opens under every key. What is sealed is the nonce, the ciphertext and the
 * tag; the place is authenticated beside it. Random nonces of 96 bits allow 2^32 sealings under one key.
 */
final class SecretSealer implements Sealer {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Aead> keys = new HashMap<>();
    private final String activeId;
    private final Aead active;

    /** @throws IllegalStateException if the profile has not exactly one active key */
    SecretSealer(List<Secret> secrets, Profile profile) {
        var seals = Secret.of(secrets, Secret.Purpose.SEAL, profile);
        for (var secret : seals) {
            keys.put(secret.id(), secret.aead());
        }
        activeId = seals.stream()
                .filter(secret -> secret.isActive(profile))
                .map(Secret::id)
                .findFirst()
                .orElseThrow();
        active = key(activeId);
    }

    @Override
    public Sealed seal(byte[] plain, String place) {
        byte[] nonce = new byte[Aead.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] ciphertext = active.seal(nonce, plain, place.getBytes(UTF_8));
        byte[] sealed = Arrays.copyOf(nonce, nonce.length + ciphertext.length);
        System.arraycopy(ciphertext, 0, sealed, nonce.length, ciphertext.length);
        return new Sealed(activeId, sealed);
    }

    @Override
    public byte[] open(Sealed sealed, String place) {
        byte[] bytes = sealed.toBytes();
        if (bytes.length < Aead.NONCE_BYTES + Aead.TAG_BYTES) {
            throw new IllegalStateException("what is sealed at this place was cut short");
        }
        try {
            return key(sealed.keyId())
                    .open(
                            Arrays.copyOf(bytes, Aead.NONCE_BYTES),
                            Arrays.copyOfRange(bytes, Aead.NONCE_BYTES, bytes.length),
                            place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what is sealed was changed, or belongs to another place", e);
        }
    }

    @Override
    public String keyId() {
        return activeId;
    }

    private Aead key(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("the key " + id + " is not among the sealing keys");
        }
        return key;
    }
}
