package city.certfree.crypto.bc;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Passwords;
import city.certfree.crypto.PublicKeySets;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.Sha256;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Loads the keys at start, refuses those that everybody knows, and hands them out as ports. */
@Factory
final class KeyBeans {
    @Context
    KeyFolder keyFolder(KeySettings settings) {
        if (settings.keys() != null) {
            var folder = KeyFolder.at(settings.keys());
            if (settings.isProduction()) {
                refuseSamples(folder);
            }
            return folder;
        }
        if (settings.isProduction()) {
            throw new IllegalStateException(
                    "certfree.keys (CERTFREE_KEYS), the folder of the key files, is not set: production mode needs its own keys");
        }
        return KeyFolder.sample();
    }

    @Context
    KeyRing keyRing(KeyFolder folder, Clock clock) {
        return new LoadedKeyRing(folder.signing(), clock.instant());
    }

    @Context
    Sealer sealer(KeyFolder folder) {
        return new AesGcmSealer(secrets(folder, Secret.Purpose.SEAL));
    }

    @Context
    KeyedIndex keyedIndex(KeyFolder folder) {
        return new HmacIndex(secrets(folder, Secret.Purpose.INDEX));
    }

    @Singleton
    Passwords passwords() {
        return new Argon2Passwords();
    }

    @Singleton
    PublicKeySets publicKeySets() {
        return new JwkPublicKeySets();
    }

    /** The private keys of the samples lie open: whoever has the project could sign and open. */
    static void refuseSamples(KeyFolder folder) {
        var samples = KeyFolder.sample();
        var kids = samples.signing().stream().map(SigningKey::kid).collect(Collectors.toSet());
        for (var key : folder.signing()) {
            if (kids.contains(key.kid())) {
                throw sample(key.kid());
            }
        }
        var digests = samples.secrets().stream().map(KeyBeans::digest).collect(Collectors.toSet());
        for (var secret : folder.secrets()) {
            if (digests.contains(digest(secret))) {
                throw sample(secret.id());
            }
        }
    }

    private static IllegalStateException sample(String kid) {
        return new IllegalStateException("key " + kid + " is a sample key, which production mode refuses");
    }

    private static Sha256 digest(Secret secret) {
        return Sha256.of(secret.bytes());
    }

    private static List<Secret> secrets(KeyFolder folder, Secret.Purpose purpose) {
        var secrets =
                folder.secrets().stream().filter(s -> s.purpose() == purpose).toList();
        long active =
                secrets.stream().filter(s -> s.state() == KeyTerms.State.ACTIVE).count();
        long ids = secrets.stream().map(Secret::id).distinct().count();
        if (active != 1 || ids != secrets.size()) {
            throw new IllegalStateException(
                    "secrets.jwks.json needs exactly one active key for " + purpose + ", and no kid twice");
        }
        return secrets;
    }
}
