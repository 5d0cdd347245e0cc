package city.certfree.crypto;

/** Takes up public keys that come as their bytes alone. */
@FunctionalInterface
public interface PublicKeys {
    /**
     * The verifier of a key, relied on at any time.
     *
     * @param algorithm one of {@link SignatureAlgorithm#EDDSA}
     * @param bytes as {@link Verifier#publicKeyBytes()} gives them
     * @throws city.certfree.kernel.InvalidValue if they are no public key of the algorithm
     */
    Verifier of(SignatureAlgorithm algorithm, byte[] bytes);
}
