package city.certfree.audit.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Figures of the log's writer. They are this node's own: each node has a log. */
@Singleton
final class GroupStatistics {
    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

    private final DistributionSummary groups;
    private final Timer commits;
    private final Counter full;
    private final Counter unavailable;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile Optional<Instant> last = Optional.empty();

    GroupStatistics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        groups = DistributionSummary.builder("certfree.log.group")
                .description("acts made durable by one commit and one signed checkpoint")
                .serviceLevelObjectives(SIZES)
                .register(registry);
        commits = Timer.builder("certfree.log.commit")
                .description("from taking a group up to its being durable")
                .register(registry);
        full = refused("full");
        unavailable = refused("storage");
        Gauge.builder("certfree.log.checkpoint.age", this, GroupStatistics::age)
                .description("since the last checkpoint of this node's log; NaN before the first")
                .baseUnit("seconds")
                .register(registry);
    }

    private Counter refused(String cause) {
        return Counter.builder("certfree.log.refused")
                .description("acts that were not done: too many waited already, or the storage was away")
                .tag("cause", cause)
                .register(registry);
    }

    /** Shows how many wait, as of the moment at which somebody asks. */
    void watch(Collection<?> waiting) {
        Gauge.builder("certfree.log.waiting", waiting, Collection::size)
                .description("acts that wait for the log's writer")
                .register(registry);
    }

    /** @param nanos how long it took, from taking the group up */
    void committed(int acts, long nanos) {
        groups.record(acts);
        commits.record(nanos, TimeUnit.NANOSECONDS);
        last = Optional.of(clock.instant());
    }

    /** An act that was turned away because too many wait. */
    void refusedAsFull() {
        full.increment();
    }

    /** An act that found the storage away. */
    void refusedWithoutStorage() {
        unavailable.increment();
    }

    private double age() {
        return last.map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
