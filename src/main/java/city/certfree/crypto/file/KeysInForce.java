package city.certfree.crypto.file;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Profile;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.kernel.Sha256;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that the service works with: those of the files at start, and those of a later state of the files as soon as it is
 * seen to be good. A bad one changes nothing and is told once.
 */
@Context
final class KeysInForce {
    private static final Logger LOG = LoggerFactory.getLogger(KeysInForce.class);

    private final KeySource source;
    private final Profile profile;
    private final Clock clock;
    private final KeyedIndex index;
    private volatile Keys keys;
    private volatile @Nullable String refusal;
    private Sha256 seen;

    @Inject
    KeysInForce(KeySettings settings, Pkcs11Settings pkcs11, Clock clock) {
        this(KeySource.of(settings, pkcs11), settings.profile(), clock);
    }

    /** @throws IllegalStateException naming what is wrong with the files */
    KeysInForce(KeySource source, Profile profile, Clock clock) {
        this.source = source;
        this.profile = profile;
        this.clock = clock;
        seen = source.fingerprint();
        var folder = source.read();
        keys = keys(folder);
        index = new SecretIndex(folder.secrets(), profile);
    }

    private Keys keys(KeyFolder folder) {
        return new Keys(
                new LoadedKeyRing(folder.signing(), profile, clock.instant()),
                new SecretSealer(folder.secrets(), profile));
    }

    /** Looks at the files, and takes them over if they have changed and are good. */
    @Scheduled(fixedDelay = "${certfree.keys-refresh-interval:2s}")
    synchronized void look() {
        try {
            var now = source.fingerprint();
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            keys = keys(source.read());
            refusal = null;
            LOG.info("The changed key files are taken over.");
        } catch (RuntimeException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String reason) {
        if (!reason.equals(refusal)) {
            LOG.warn("The changed key files are not taken over, the keys before stay in force: {}", reason);
        }
        refusal = reason;
    }

    KeyRing ring() {
        return keys.ring;
    }

    Sealer sealer() {
        return keys.sealer;
    }

    KeyedIndex index() {
        return index;
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private record Keys(KeyRing ring, Sealer sealer) {}
}
