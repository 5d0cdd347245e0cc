package city.certfree.registry.version;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Transactions;
import city.certfree.registry.feed.RegistryReading;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.RegistryVersions.Publication;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes a new version of the registry: all of a source that is right in every row, or nothing. */
@Singleton
public final class PublishRegistry {
    private static final int LONGEST_PUBLISHER = 64;

    private final Transactions transactions;
    private final RegistryVersions versions;
    private final PublishedRegistry registry;
    private final Clock clock;

    PublishRegistry(Transactions transactions, RegistryVersions versions, PublishedRegistry registry, Clock clock) {
        this.transactions = transactions;
        this.versions = versions;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Reads, checks and publishes. This node answers from the version as soon as the method returns, the others within 5 s;
     * neither before its first day has come. To be called outside of any transaction.
     *
     * @param effectiveOn the first day it holds, Asia/Shanghai; a day that has passed means at once; null means today
     * @param publisher the account or body that publishes it, 1 to 64 characters
     */
    public PublishResult publish(RegistrySource source, @Nullable LocalDate effectiveOn, String publisher) {
        if (publisher.isBlank() || publisher.length() > LONGEST_PUBLISHER) {
            throw InvalidValue.because("a publisher has 1 to %d characters".formatted(LONGEST_PUBLISHER));
        }
        return switch (RegistryReading.of(source)) {
            case RegistryReading.Rejected rejected -> new PublishResult.Rejected(rejected.problems());
            case RegistryReading.Accepted accepted -> {
                var firstDay = Objects.requireNonNullElseGet(effectiveOn, registry::today);
                var publication = new Publication(firstDay, publisher, clock.instant());
                var version = transactions.write(
                        () -> versions.append(publication, accepted.catalogue(), accepted.document()));
                registry.refresh();
                yield new PublishResult.Published(version);
            }
        };
    }
}
