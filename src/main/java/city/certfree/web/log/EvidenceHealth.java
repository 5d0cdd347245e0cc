package city.certfree.web.log;

import city.certfree.audit.check.Verdict.Broken;
import city.certfree.audit.check.WatchLogs;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;

/** Tells an alarm of the evidence logs as a detail. The service stays ready: refusing uses would not mend what was changed. */
@Singleton
final class EvidenceHealth implements HealthIndicator {
    private final WatchLogs watch;

    EvidenceHealth(WatchLogs watch) {
        this.watch = watch;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var alarms = watch.alarms().stream()
                .collect(Collectors.toMap(broken -> "log " + broken.log(), EvidenceHealth::words));
        return Publishers.just(HealthResult.builder("evidenceLog", HealthStatus.UP)
                .details(alarms)
                .build());
    }

    private static String words(Broken broken) {
        return broken.what() + " at index " + broken.index();
    }
}
