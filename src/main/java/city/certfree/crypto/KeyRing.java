package city.certfree.crypto;

import city.certfree.kernel.DepartmentCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service's signing keys, as the key files are now: a changed file takes effect within seconds. */
public interface KeyRing {
    /**
     * The active key, of the profile in use, for a purpose other than {@link KeyPurpose#LICENCE}.
     *
     * @throws IllegalStateException if there is none; the start has checked that there is
     */
    Signer signer(KeyPurpose purpose);

    /**
     * Every active key for a purpose other than {@link KeyPurpose#LICENCE}, the one of {@link #signer} first. There is more
     * than one only for {@link KeyPurpose#LOG} in the profile GM: Ed25519, then SM2.
     */
    List<Signer> signers(KeyPurpose purpose);

    /** The active key with which the licences of an issuing department are signed. */
    Signer issuer(DepartmentCode department);

    /** The public key with this thumbprint and purpose, next, active or retired; empty when it is not ours. */
    Optional<Verifier> verifier(String kid, KeyPurpose purpose);

    /** Every public key, as the members of its JWK (RFC 7517): kty, crv, x, y (not with OKP), kid, alg, use. */
    List<Map<String, String>> publicKeys();

    /**
     * Why the key files, as they are now, were not taken over: names file and key. Empty while the keys in force are those of
     * the files.
     */
    default Optional<String> refusedChange() {
        return Optional.empty();
    }
}
