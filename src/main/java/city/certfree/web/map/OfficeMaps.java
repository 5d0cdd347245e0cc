package city.certfree.web.map;

import city.certfree.kernel.Sha256;
import city.certfree.registry.Registry;
import city.certfree.registry.RegistryVersion;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The map's data of the registry in force, written once for each version: open maps ask for it every few seconds. */
@Singleton
final class OfficeMaps {
    private final Registry registry;
    private final MapSettings settings;
    private final JsonMapper json;

    private volatile @Nullable Written last;

    OfficeMaps(Registry registry, MapSettings settings, JsonMapper json) {
        this.registry = registry;
        this.settings = settings;
        this.json = json;
    }

    Written current() {
        var snapshot = registry.current();
        var written = last;
        if (written == null || !written.of.equals(snapshot.version())) {
            written = write(snapshot);
            last = written;
        }
        return written;
    }

    private Written write(Registry.Snapshot snapshot) {
        try {
            var bytes = json.writeValueAsBytes(OfficeMap.of(snapshot, settings::district));
            return new Written(snapshot.version(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One version's data as it is sent. */
    static final class Written {
        private final RegistryVersion of;
        private final byte[] bytes;
        private final String tag;

        private Written(RegistryVersion of, byte[] bytes) {
            this.of = of;
            this.bytes = bytes;
            this.tag = "\"" + Sha256.of(bytes) + "\"";
        }

        /** JSON. Nobody writes into it. */
        byte[] bytes() {
            return bytes;
        }

        /** A strong entity tag. */
        String tag() {
            return tag;
        }
    }
}
