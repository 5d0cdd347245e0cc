package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D). What is sealed is the nonce, the ciphertext and the tag; the place is authenticated beside
 * it.
 *
 * <p>By the platform's own cipher, which uses the processor's AES instructions: faster than tables in Java, and without
 * their traces in the cache. Random nonces of 96 bits allow 2^32 sealings under one key.
 */
final class AesGcmSealer implements Sealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String activeKeyId;
    private final SecretKeySpec active;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();

    /** @param secrets all for sealing, exactly one of them active */
    AesGcmSealer(List<Secret> secrets) {
        for (var secret : secrets) {
            keys.put(secret.id(), new SecretKeySpec(secret.bytes(), "AES"));
        }
        activeKeyId = Secret.activeOf(secrets).id();
        active = key(activeKeyId);
    }

    @Override
    public Sealed seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new Sealed(activeKeyId, seal(active, nonce, plain, place.getBytes(UTF_8)));
    }

    @Override
    public byte[] open(Sealed sealed, String place) {
        byte[] bytes = sealed.toBytes();
        if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new IllegalStateException("what is sealed at this place was cut short");
        }
        try {
            var cipher = cipher(
                    Cipher.DECRYPT_MODE, key(sealed.keyId()), Arrays.copyOf(bytes, NONCE_BYTES), place.getBytes(UTF_8));
            return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what is sealed was changed, or belongs to another place", e);
        }
    }

    /** The nonce, the ciphertext and the tag; the associated data is authenticated only. */
    static byte[] seal(SecretKeySpec key, byte[] nonce, byte[] plain, byte[] associated) {
        try {
            byte[] ciphertext =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, nonce.length, ciphertext.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private SecretKeySpec key(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("the key " + id + " is not among the sealing keys");
        }
        return key;
    }
}
