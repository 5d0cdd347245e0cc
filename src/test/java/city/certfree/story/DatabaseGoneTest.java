package city.certfree.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Caller;
import city.certfree.fixture.MariaDbServer;
import city.certfree.fixture.UseRequest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back, while the service runs on. */
class DatabaseGoneTest {
    @Test
    void refusesWhileItIsGoneAndRecoversWithoutARestart() {
        var database = MariaDbServer.own();
        var properties = new HashMap<String, Object>(database.properties());
        properties.put("micronaut.server.port", -1);
        properties.put("certfree.demo.load", "true");
        properties.put("certfree.demo.persons", "0");
        try (var server = ApplicationContext.run(EmbeddedServer.class, properties);
                var http = server.getApplicationContext().createBean(HttpClient.class, server.getURL())) {
            var system = Caller.system(http);
            var citizen = Caller.citizen(http, Caller.WANG);
            assertEquals(
                    200,
                    system.post("/api/v1/shares", UseRequest.share().body()).status());
            var before = citizen.get("/api/v1/me/uses?limit=1").member("total");

            database.stop();
            var refused = system.post("/api/v1/shares", UseRequest.share().body());
            assertEquals("503 storage-unavailable", refused.problem());
            assertEquals("2", refused.headers().get("Retry-After"));
            assertEquals(
                    "503 storage-unavailable",
                    citizen.get("/api/v1/me/licences").problem());
            assertEquals("200", status(http, "/health/liveness"));
            assertEquals("503", status(http, "/health/readiness"));
            assertEquals("200", status(http, "/api/v1/registry/summary"));

            database.start();
            awaitReady(http);
            assertEquals(before, citizen.get("/api/v1/me/uses?limit=1").member("total"), "nothing half-written");
            assertEquals(
                    200,
                    system.post("/api/v1/shares", UseRequest.share().body()).status());
        }
    }

    /** The log's writer looks for its log every three seconds; an answer takes about a millisecond, or as long as the pool waits. */
    private static void awaitReady(HttpClient http) {
        for (int tries = 0; !status(http, "/health/readiness").equals("200"); tries++) {
            if (tries == 20_000) {
                throw new AssertionError("the service does not recover");
            }
        }
    }

    private static String status(HttpClient http, String path) {
        try {
            return String.valueOf(
                    http.toBlocking().exchange(HttpRequest.GET(path)).code());
        } catch (HttpClientResponseException e) {
            return String.valueOf(e.getStatus().getCode());
        }
    }
}
