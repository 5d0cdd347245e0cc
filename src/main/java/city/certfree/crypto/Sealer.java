package city.certfree.crypto;

/** Seals what is personal before it is stored, and opens it again. */
public interface Sealer {
    /**
     * Seals bytes under the active key (AES-256-GCM or, in the profile GM, SM4-GCM; random 96-bit nonce).
     *
     * @param place what the bytes belong to, such as the table and the row's key: opening at another place fails
     */
    Sealed seal(byte[] plain, String place);

    /**
     * Opens what was sealed at the same place.
     *
     * @throws IllegalStateException if the key is unknown, or the bytes or the place are not the sealed ones
     */
    byte[] open(Sealed sealed, String place);

    /** The id of the active key, 1 to 32 characters. */
    String keyId();
}
