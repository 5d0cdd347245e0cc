package city.certfree.registry.version;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Transactions;
import city.certfree.kernel.Transactions.StorageUnavailable;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.RegistryReading;
import city.certfree.registry.search.Spellings;
import city.certfree.registry.version.RegistryVersions.Heads;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version in force, in memory. Whether another one has come into force is asked of the storage every two seconds; while
 * that is away, or if what it gives is damaged, the version that is there goes on being answered from.
 */
@Singleton
public final class PublishedRegistry implements Registry {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedRegistry.class);
    private static final Snapshot NOTHING_PUBLISHED = new Snapshot(
            new RegistryVersion(0, LocalDate.EPOCH, "", Instant.EPOCH),
            new Catalogue(Map.of(), Map.of(), Map.of(), Map.of()));

    private final Transactions transactions;
    private final RegistryVersions versions;
    private final Spellings spellings;
    private final Clock clock;

    /** Whether the storage was away when it was last asked: an outage is logged once. */
    private boolean away;

    private volatile State state = new State(new Heads(0, 0), NOTHING_PUBLISHED, Set.of());

    PublishedRegistry(Transactions transactions, RegistryVersions versions, Spellings spellings, Clock clock) {
        this.transactions = transactions;
        this.versions = versions;
        this.spellings = spellings;
        this.clock = clock;
        refresh();
    }

    @Override
    public Snapshot current() {
        return state.snapshot;
    }

    @Override
    public Standing standing(ItemCode code) {
        var now = state;
        var item = now.snapshot.catalogue().item(code);
        if (item.isPresent()) {
            return new Standing.InForce(item.get());
        }
        return now.publishedItems.contains(code) ? new Standing.NotInForce() : new Standing.Unknown();
    }

    /** Brings the memory up to what the storage holds and today demands. */
    @Scheduled(fixedDelay = "${certfree.registry.refresh-interval:2s}")
    synchronized void refresh() {
        try {
            var heads = transactions.read(() -> versions.heads(today()));
            if (!heads.equals(state.heads)) {
                state = transactions.read(() -> load(heads));
            }
            away = false;
        } catch (StorageUnavailable e) {
            if (!away) {
                LOG.warn("the storage is unavailable; answering from version {}", state.heads.inForce());
            }
            away = true;
        }
    }

    /** The city's day. */
    LocalDate today() {
        return CityTime.today(clock);
    }

    private State load(Heads heads) {
        var snapshot = heads.inForce() == state.heads.inForce() ? state.snapshot : snapshot(heads.inForce());
        return new State(heads, snapshot, versions.publishedItems());
    }

    private Snapshot snapshot(long number) {
        var stored = versions.read(number);
        if (!stored.document().digest().equals(stored.digest())
                || !(RegistryReading.of(stored.document().asSource()) instanceof RegistryReading.Accepted content)) {
            LOG.error(
                    "version {} of the registry is damaged; answering from version {}", number, state.heads.inForce());
            return state.snapshot;
        }
        spellings.prepare(content.catalogue());
        return new Snapshot(stored.version(), content.catalogue());
    }

    /** What was loaded, and for which heads, so that the same is not loaded twice. */
    private record State(Heads heads, Snapshot snapshot, Set<ItemCode> publishedItems) {}
}
