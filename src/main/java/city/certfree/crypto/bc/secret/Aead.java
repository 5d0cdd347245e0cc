package city.certfree.crypto.bc.secret;

import java.security.GeneralSecurityException;

/** Encryption under one key that authenticates what it encrypts, and data beside it (RFC 5116). For many threads. */
public interface Aead {
    int NONCE_BYTES = 12;
    int TAG_BYTES = 16;

    /**
     * With a key of an algorithm that seals.
     *
     * @throws IllegalArgumentException if the algorithm does not seal
     */
    static Aead of(SecretAlgorithm algorithm, byte[] key) {
        return switch (algorithm) {
            case A256GCM -> new AesGcm(key);
            case SM4GCM -> new Sm4Gcm(key);
            case HS256, HSM3 -> throw new IllegalArgumentException(algorithm + " seals nothing");
        };
    }

    /** The ciphertext and the tag. */
    byte[] seal(byte[] nonce, byte[] plain, byte[] associated);

    /**
     * The plain text.
     *
     * @throws GeneralSecurityException if anything is not as it was sealed
     */
    byte[] open(byte[] nonce, byte[] ciphertextAndTag, byte[] associated) throws GeneralSecurityException;
}
