package city.certfree.crypto;

import java.util.Map;

/** Reads key sets that others give us to check their signatures with. */
public interface PublicKeySets {
    /**
     * Reads a JWK set (RFC 7517) of 1 to 10 public keys for ES256, EdDSA (Ed25519) or SM2SM3.
     *
     * @return the verifiers by the {@code kid} that the set gives each; by thumbprint where it gives none
     * @throws city.certfree.kernel.InvalidValue if it is not such a set: another kind of key, a point off the curve, a
     *     private member, a {@code kid} twice
     */
    Map<String, Verifier> read(String jwks);
}
