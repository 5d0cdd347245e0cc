package city.certfree.access.shift;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How counters work without a network.
 *
 * @param limit without word from the service a counter judges for this long; at least 1 minute, at most 3 days
 * @param report what was accepted may be reported for this long; at least as long as the limit, at most 30 days
 * @param clock how far a counter's clock may be off for it to judge; above 0, at most 10 s
 */
@ConfigurationProperties("certfree.offline")
public record OfflineSettings(
        @Bindable(defaultValue = "24h") Duration limit,
        @Bindable(defaultValue = "7d") Duration report,
        @Bindable(defaultValue = "5s") Duration clock) {
    public OfflineSettings {
        if (limit.compareTo(Duration.ofMinutes(1)) < 0 || limit.compareTo(Duration.ofDays(3)) > 0) {
            throw new IllegalArgumentException("certfree.offline.limit is 1 minute to 3 days");
        }
        if (report.compareTo(limit) < 0 || report.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException(
                    "certfree.offline.report is at least as long as certfree.offline.limit, and at most 30 days");
        }
        if (!clock.isPositive() || clock.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("certfree.offline.clock is above 0 and at most 10 s");
        }
    }
}
