package city.certfree.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.http.HttpConnection;
import city.certfree.cli.bench.http.Requests;
import city.certfree.fixture.OnH2;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Over a real connection, where there is no place inside at all. */
@MicronautTest(transactional = false)
@Property(name = "certfree.most-acts-under-way", value = "0")
class TurnedAwayTest implements OnH2 {
    private static final byte[] ACT =
            Requests.send("POST", "/api/v1/verifications", "Accept-Language: en", "{\"itemCode\":\"1\"}");

    @Inject
    EmbeddedServer server;

    @Test
    void keepsTheConnectionOfWhoIsTurnedAwayForWhateverComesNext() throws IOException {
        try (var connection = new HttpConnection(server.getPort(), Duration.ofSeconds(30))) {
            for (int i = 0; i < 3; i++) {
                var refused = connection.send(ACT);
                assertEquals(503, refused.status());
                assertEquals("2", refused.header("Retry-After"));
                assertTrue(refused.text().contains("\"code\":\"overloaded\""), refused::text);
                assertTrue(refused.text().contains("The service is overloaded"), refused::text);
                assertEquals("", refused.header("Connection"));
                assertEquals(
                        200, connection.send(Requests.get("/health/liveness")).status());
            }
        }
    }
}
