package city.certfree.crypto.file;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Profile;
import city.certfree.crypto.Sealer;
import java.time.Instant;

/** The ports of {@code crypto} on the sample keys, for tests that need no bean context. */
public final class SampleKeys {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");

    private SampleKeys() {}

    public static KeyRing ring() {
        return ring(Profile.INTL);
    }

    public static KeyRing ring(Profile profile) {
        return new LoadedKeyRing(KeyFolder.sample(profile).signing(), profile, NOW);
    }

    public static Sealer sealer() {
        return new SecretSealer(KeyFolder.sample(Profile.INTL).secrets(), Profile.INTL);
    }

    public static KeyedIndex index() {
        return new SecretIndex(KeyFolder.sample(Profile.INTL).secrets(), Profile.INTL);
    }
}
