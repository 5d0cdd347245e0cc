package city.certfree.registry.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.TestClock;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry.Standing;
import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.RegistryDocument;
import city.certfree.registry.feed.SmallRegistryFiles;
import city.certfree.registry.search.Spellings;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is answered from memory while the storage fails. */
class PublishedRegistryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T06:00:00Z"));
    private final Storage storage = new Storage();
    private final PublishedRegistry registry = new PublishedRegistry(storage, storage, new Spellings(), clock);

    @Test
    void isEmptyBeforeAnythingIsPublished() {
        assertEquals(0, registry.current().version().number());
        assertEquals(0, registry.current().catalogue().items().size());
        assertEquals(new Standing.Unknown(), registry.standing(new ItemCode("S07110500013")));
    }

    @Test
    void keepsTheVersionThatItHasWhileTheStorageIsAway() {
        storage.publish("出生登记");
        registry.refresh();
        storage.publish("新生儿出生登记");
        storage.away = true;
        registry.refresh();
        assertEquals("出生登记", firstItem());
        storage.away = false;
        registry.refresh();
        assertEquals("新生儿出生登记", firstItem());
    }

    @Test
    void startsEmptyWhileTheStorageIsAwayAndLoadsWhenItIsBack() {
        storage.publish("出生登记");
        storage.away = true;
        var started = new PublishedRegistry(storage, storage, new Spellings(), clock);
        assertEquals(0, started.current().version().number());
        storage.away = false;
        started.refresh();
        assertEquals(1, started.current().version().number());
    }

    @Test
    void keepsTheVersionThatItHasWhenTheNextOneIsDamaged() {
        storage.publish("出生登记");
        registry.refresh();
        storage.publish("新生儿出生登记");
        storage.damaged = true;
        registry.refresh();
        assertEquals("出生登记", firstItem());
    }

    @Test
    void readsAVersionOnlyOnce() {
        storage.publish("出生登记");
        registry.refresh();
        registry.refresh();
        assertEquals(1, storage.reads);
    }

    private String firstItem() {
        return registry.current().catalogue().items().iterator().next().name();
    }

    /** Versions in memory, in force from the day on, that can be away or damaged. */
    private static final class Storage implements RegistryVersions, Transactions {
        private final List<Stored> versions = new ArrayList<>();
        private boolean away;
        private boolean damaged;
        private int reads;

        void publish(String firstItem) {
            var files = new SmallRegistryFiles()
                    .with("exempted-items.csv", "出生登记", firstItem)
                    .files();
            var document = new RegistryDocument(files);
            var version = new RegistryVersion(versions.size() + 1, DAY, "test", Instant.EPOCH);
            versions.add(new Stored(version, document, document.digest()));
        }

        @Override
        public RegistryVersion append(Publication publication, Catalogue catalogue, RegistryDocument document) {
            throw new UnsupportedOperationException("not published through here");
        }

        @Override
        public Heads heads(LocalDate today) {
            return new Heads(versions.size(), versions.size());
        }

        @Override
        public Stored read(long number) {
            reads++;
            var stored = versions.get((int) number - 1);
            return damaged ? new Stored(stored.version(), stored.document(), Sha256.of()) : stored;
        }

        @Override
        public Set<ItemCode> publishedItems() {
            return Set.of();
        }

        @Override
        public <T> T write(Supplier<T> work) {
            return read(work);
        }

        @Override
        public <T> T read(Supplier<T> work) {
            if (away) {
                throw new StorageUnavailable(new IOException("away"));
            }
            return work.get();
        }
    }
}
