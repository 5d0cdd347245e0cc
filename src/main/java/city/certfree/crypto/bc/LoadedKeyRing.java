package city.certfree.crypto.bc;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.DepartmentCode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of the key files, in memory. */
final class LoadedKeyRing implements KeyRing {
    private final Map<KeyPurpose, Signer> signers = new EnumMap<>(KeyPurpose.class);
    private final Map<DepartmentCode, Signer> issuers = new HashMap<>();
    private final Map<String, SigningKey> byKid = new HashMap<>();
    private final List<Map<String, String>> publicKeys;

    /**
     * @param now the active keys must be within their time
     * @throws IllegalStateException naming the purpose or the key, if a purpose has not exactly one active key, or one that
     *     is not current, or a key occurs twice
     */
    LoadedKeyRing(List<SigningKey> keys, Instant now) {
        for (var key : keys) {
            if (byKid.put(key.kid(), key) != null) {
                throw new IllegalStateException("key " + key.kid() + " occurs twice in the key files");
            }
            if (key.terms().state() == KeyTerms.State.ACTIVE) {
                activate(key, now);
            }
        }
        for (var purpose : KeyPurpose.values()) {
            if (purpose != KeyPurpose.LICENCE && !signers.containsKey(purpose)) {
                throw new IllegalStateException("there is no active key for " + purpose);
            }
        }
        publicKeys = keys.stream().map(SigningKey::publicMembers).toList();
    }

    private void activate(SigningKey key, Instant now) {
        if (!key.terms().isCurrent(now)) {
            throw new IllegalStateException("key " + key.kid() + " is active, but not within nbf and exp");
        }
        var earlier = key.issuer()
                .map(issuer -> issuers.put(issuer, key.signer()))
                .orElseGet(() -> key.purpose() == KeyPurpose.LICENCE ? null : signers.put(key.purpose(), key.signer()));
        if (earlier != null) {
            throw new IllegalStateException(
                    "keys " + earlier.kid() + " and " + key.kid() + " are both active for one purpose");
        }
    }

    @Override
    public Signer signer(KeyPurpose purpose) {
        var signer = signers.get(purpose);
        if (signer == null) {
            throw new IllegalStateException("there is no one key for " + purpose);
        }
        return signer;
    }

    @Override
    public List<Signer> signers(KeyPurpose purpose) {
        return List.of(signer(purpose));
    }

    @Override
    public Signer issuer(DepartmentCode department) {
        var signer = issuers.get(department);
        if (signer == null) {
            throw new IllegalStateException("there is no key for the licences of department " + department);
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
}
