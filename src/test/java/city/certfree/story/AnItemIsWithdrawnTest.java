package city.certfree.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The city takes an item off its list: from then on nobody may use a licence for it. */
@MicronautTest(transactional = false)
class AnItemIsWithdrawnTest implements OnDemoCity {
    /** An item that no other test uses, and that takes the identity card by SHARE. */
    private static final String ITEM = "S07110500033";

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    PublishRegistry publishRegistry;

    @Test
    void h21_isNotInForceFromThePublicationOn() throws IOException {
        var system = Caller.system(http);
        var type = shareable(system);
        var body = UseRequest.share()
                .with("itemCode", ITEM)
                .with("licenceTypeCode", type)
                .body();
        assertEquals(200, system.post("/api/v1/shares", body).status());

        publish(ITEM);
        assertEquals(
                "409 item-not-in-force", system.post("/api/v1/shares", body).problem());
        assertEquals("404 not-found", system.get("/api/v1/items/" + ITEM).problem());

        publish("none");
        assertEquals(200, system.post("/api/v1/shares", body).status());
    }

    private static String shareable(Caller caller) {
        return UseRequest.objects(caller.get("/api/v1/items/" + ITEM).member("exemptions")).stream()
                .filter(e -> Objects.equals(e.get("mode"), "SHARE"))
                .map(e -> String.valueOf(e.get("licenceTypeCode")))
                .findFirst()
                .orElseThrow();
    }

    private void publish(String without) throws IOException {
        var files = new HashMap<String, byte[]>();
        for (var file : new String[] {
            "departments.csv", "licence-types.csv", "exempted-items.csv", "item-exemptions.csv", "offices.csv"
        }) {
            try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/sample/" + file))) {
                var kept = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith(without + ","))
                        .collect(Collectors.joining("\n", "", "\n"));
                files.put(file, kept.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertInstanceOf(
                PublishResult.Published.class, publishRegistry.publish(RegistrySource.csv(files), LONG_AGO, "test"));
    }
}
