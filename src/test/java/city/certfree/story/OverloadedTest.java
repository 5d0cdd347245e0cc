package city.certfree.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** More come than there are connections to the database: they are told to come again, and not that the storage is gone. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.maximum-pool-size", value = "1")
class OverloadedTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry metrics;

    @Test
    void refusesWhenNoConnectionComesFreeInTime() {
        var system = Caller.system(http);
        var body = UseRequest.share().body();
        var refused = transactions.read(() -> system.post("/api/v1/shares", body));
        assertEquals("503 overloaded", refused.problem());
        assertEquals(
                1,
                metrics.get("certfree.problems")
                        .tag("code", "overloaded")
                        .counter()
                        .count());
        assertEquals("2", refused.header("Retry-After"));
        assertEquals(200, system.post("/api/v1/shares", body).status());
    }
}
