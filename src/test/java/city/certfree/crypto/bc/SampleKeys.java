package city.certfree.crypto.bc;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.PublicKeySets;
import city.certfree.crypto.Sealer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The ports of {@code crypto} on the sample keys, for tests that need no bean context. */
public final class SampleKeys {
    private static final KeyBeans BEANS = new KeyBeans();
    private static final KeyFolder FOLDER = KeyFolder.sample();

    private SampleKeys() {}

    public static KeyRing ring() {
        return BEANS.keyRing(FOLDER, Clock.fixed(Instant.parse("2026-11-23T06:32:05Z"), ZoneOffset.UTC));
    }

    public static Sealer sealer() {
        return BEANS.sealer(FOLDER);
    }

    public static KeyedIndex index() {
        return BEANS.keyedIndex(FOLDER);
    }

    public static PublicKeySets publicKeySets() {
        return BEANS.publicKeySets();
    }
}
