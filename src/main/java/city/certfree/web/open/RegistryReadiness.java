package city.certfree.web.open;

import city.certfree.registry.Registry;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** The service is ready only once there is a registry to answer from. */
@Singleton
final class RegistryReadiness implements HealthIndicator {
    private final Registry registry;

    RegistryReadiness(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        boolean published = registry.current().version().number() > 0;
        var status = published ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("registry", status).build());
    }
}
