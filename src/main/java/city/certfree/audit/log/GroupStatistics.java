package city.certfree.audit.log;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many acts shared a commit: {@code certfree.log.group}, whose count is also that of commits and of checkpoints. */
@Singleton
final class GroupStatistics {
    private final DistributionSummary groups;

    GroupStatistics(MeterRegistry registry) {
        groups = DistributionSummary.builder("certfree.log.group")
                .description("acts made durable by one commit and one signed checkpoint")
                .register(registry);
    }

    void committed(int acts) {
        groups.record(acts);
    }
}
