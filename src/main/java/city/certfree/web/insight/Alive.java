package city.certfree.web.insight;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * The process lives when it answers. The framework's own look for deadlocked threads stops all of them at each question of a balancer, and does not
 * see the virtual ones on which requests are answered.
 */
@Singleton
@Liveness
final class Alive implements HealthIndicator {
    private static final HealthResult UP =
            HealthResult.builder("process", HealthStatus.UP).build();

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(UP);
    }
}
