package city.certfree.web.open;

import city.certfree.crypto.KeyRing;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Tells when changed key files were not taken over. The service stays up: it works with the keys before. */
@Singleton
final class KeysHealth implements HealthIndicator {
    private final KeyRing ring;

    KeysHealth(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var result = HealthResult.builder("keys", HealthStatus.UP);
        ring.refusedChange().ifPresent(reason -> result.details(Map.of("refusedChange", reason)));
        return Publishers.just(result.build());
    }
}
