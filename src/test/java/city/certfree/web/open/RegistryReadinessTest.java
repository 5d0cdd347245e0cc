package city.certfree.web.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.fixture.OnH2;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import city.certfree.registry.RegistryVersion;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class RegistryReadinessTest implements OnH2 {
    @Inject
    @Client("/")
    HttpClient http;

    @MockBean(Registry.class)
    Registry registry() {
        return new NothingPublished();
    }

    @Test
    void livesButIsNotReadyBeforeARegistryIsPublished() {
        assertEquals(200, http.toBlocking().exchange("/health/liveness").code());
        var failure = assertThrows(
                HttpClientResponseException.class, () -> http.toBlocking().exchange("/health/readiness"));
        assertEquals(503, failure.code());
    }

    private record NothingPublished() implements Registry {
        @Override
        public Snapshot current() {
            return new Snapshot(
                    new RegistryVersion(0, LocalDate.EPOCH, "", Instant.EPOCH),
                    new Catalogue(Map.of(), Map.of(), Map.of(), Map.of()));
        }

        @Override
        public Standing standing(ItemCode code) {
            return new Standing.Unknown();
        }
    }
}
