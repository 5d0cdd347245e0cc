package city.certfree.crypto.bc.secret;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) by the platform's own cipher, which uses the processor's AES instructions: faster than tables
 * in Java, and without their traces in the cache.
 */
final class AesGcm implements Aead {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    /**
     * Those that are free, set anew each time: to ask the providers for one takes longer than to open a record. Kept for each thread
     * they would be made for each request, which has a virtual thread of its own.
     */
    private static final ConcurrentLinkedQueue<Cipher> FREE = new ConcurrentLinkedQueue<>();

    private final SecretKeySpec key;

    AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] plain, byte[] associated) {
        try {
            return done(Cipher.ENCRYPT_MODE, nonce, plain, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] ciphertextAndTag, byte[] associated) throws GeneralSecurityException {
        return done(Cipher.DECRYPT_MODE, nonce, ciphertextAndTag, associated);
    }

    private static Cipher platform() {
        try {
            return Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    private byte[] done(int mode, byte[] nonce, byte[] input, byte[] associated) throws GeneralSecurityException {
        var free = FREE.poll();
        var cipher = free == null ? platform() : free;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(associated);
        byte[] output = cipher.doFinal(input);
        // One that failed is not used again.
        FREE.add(cipher);
        return output;
    }
}
