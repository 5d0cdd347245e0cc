package city.certfree.jdbc;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.reactivestreams.Publisher;

/**
 * Takes the node out of the rotation while its database answers and yet keeps nothing: no room, read-only, or not in its cluster.
 * It asks for nothing itself. A few seconds after the last refusal the node says that it is ready again, and the next use finds
 * out whether it is.
 */
@Singleton
final class StorageHealth implements HealthIndicator {
    /** How long a refusal counts. */
    static final Duration REMEMBERED = Duration.ofSeconds(4);

    /**
     * Disk full (1021), an error of the file system such as no space (1030), table full (1114), read-only (1290, 1836), not ready
     * in Galera (1047) or group replication (3100, 3101).
     */
    private static final Set<Integer> KEEPS_NOTHING = Set.of(1021, 1030, 1114, 1290, 1836, 1047, 3100, 3101);

    private final Clock clock;
    private volatile Instant lastRefusal = Instant.EPOCH;

    StorageHealth(Clock clock) {
        this.clock = clock;
    }

    /** Notes what the database has refused. */
    void refused(SQLException e) {
        if (KEEPS_NOTHING.contains(e.getErrorCode())) {
            lastRefusal = clock.instant();
        }
    }

    /** Whether something has been refused of late. */
    boolean keepsNothing() {
        return clock.instant().isBefore(lastRefusal.plus(REMEMBERED));
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var status = keepsNothing() ? HealthStatus.DOWN : HealthStatus.UP;
        return Publishers.just(HealthResult.builder("storage", status).build());
    }
}
