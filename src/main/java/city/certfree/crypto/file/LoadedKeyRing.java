package city.certfree.crypto.file;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Profile;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.DepartmentCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the key files, in memory. Every key verifies and is published; those that sign are the active ones of the
 * profile, and in each profile the Ed25519 key of the log.
 */
final class LoadedKeyRing implements KeyRing {
    private final Profile profile;
    private final Map<Role, Signer> active = new HashMap<>();
    private final Map<String, SigningKey> byKid = new HashMap<>();
    private final List<Map<String, String>> publicKeys;

    /**
     * @param now the active keys must be within their time
     * @throws IllegalStateException naming the purpose or the key, if a purpose has not exactly one active key in the
     *     profile, or one that is not current, or a key occurs twice
     */
    LoadedKeyRing(List<SigningKey> keys, Profile profile, Instant now) {
        this.profile = profile;
        for (var key : keys) {
            if (byKid.put(key.kid(), key) != null) {
                throw new IllegalStateException("key " + key.kid() + " occurs twice in the key files");
            }
            if (key.terms().state() == KeyTerms.State.ACTIVE) {
                activate(key, now);
            }
        }
        requireSigners();
        publicKeys = keys.stream().map(SigningKey::publicMembers).toList();
    }

    private void activate(SigningKey key, Instant now) {
        if (!key.terms().isCurrent(now)) {
            throw new IllegalStateException("key " + key.kid() + " is active, but not within nbf and exp");
        }
        var role = new Role(
                key.purpose(), key.issuer().orElse(null), key.algorithm().profile());
        var earlier = active.put(role, key.signer());
        if (earlier != null) {
            throw new IllegalStateException(
                    "keys " + earlier.kid() + " and " + key.kid() + " are both active for one purpose");
        }
    }

    private void requireSigners() {
        for (var purpose : KeyPurpose.values()) {
            if (purpose != KeyPurpose.LICENCE && purpose != KeyPurpose.RECEIPT) {
                signers(purpose);
            }
        }
        active.keySet().stream().map(Role::issuer).filter(Objects::nonNull).forEach(this::issuer);
    }

    @Override
    public Signer signer(KeyPurpose purpose) {
        return signers(purpose).getFirst();
    }

    @Override
    public List<Signer> signers(KeyPurpose purpose) {
        return switch (purpose) {
            case LICENCE -> throw new IllegalStateException("there is no one key for " + purpose);
            case SHOW, RECEIPT, STATUS, ACCESS -> List.of(active(new Role(purpose, null, profile)));
            case LOG ->
                Stream.of(Profile.INTL, profile)
                        .distinct()
                        .map(each -> active(new Role(purpose, null, each)))
                        .toList();
        };
    }

    @Override
    public Signer issuer(DepartmentCode department) {
        return active(new Role(KeyPurpose.LICENCE, department, profile));
    }

    private Signer active(Role role) {
        var signer = active.get(role);
        if (signer == null) {
            throw new IllegalStateException("there is no active key for " + role);
        }
        return signer;
    }

    @Override
    public Optional<Verifier> verifier(String kid, KeyPurpose purpose) {
        return Optional.ofNullable(byKid.get(kid))
                .filter(key -> key.purpose() == purpose)
                .map(SigningKey::verifier);
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return publicKeys;
    }

    /** What one key at a time signs. */
    private record Role(KeyPurpose purpose, @Nullable DepartmentCode issuer, Profile profile) {
        @Override
        public String toString() {
            return purpose + (issuer == null ? "" : " of department " + issuer) + " in the profile " + profile;
        }
    }
}
