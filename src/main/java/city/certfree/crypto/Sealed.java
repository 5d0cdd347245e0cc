package city.certfree.crypto;

import java.util.Arrays;

/** Bytes that only the holder of a key can read, and nobody can change unnoticed. */
public final class Sealed {
    private final String keyId;
    private final byte[] bytes;

    /**
     * @param keyId the key they were sealed under, 1 to 32 characters
     * @param bytes nonce, ciphertext and tag
     */
    public Sealed(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    public String keyId() {
        return keyId;
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && keyId.equals(that.keyId) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
