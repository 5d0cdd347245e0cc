package city.certfree.web.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnH2;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.feed.SmallRegistryFiles;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The map's data over HTTP, and how they follow the registry (动态调整). */
@MicronautTest(transactional = false)
class OfficeMapTest implements OnH2 {
    private static final String PATH = "/api/v1/office-map";
    private static final String OFFICES = "offices.csv";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    PublishRegistry publish;

    @Test
    void givesEveryOfficeInColumns() {
        publish(new SmallRegistryFiles().csv());
        var map = Caller.nobody(http).get(PATH);
        assertEquals(List.of("37040010001", "37040350002"), map.member("codes"));
        assertEquals(List.of("枣庄市政务服务中心", "薛城区公安服务厅"), map.member("names"));
        assertEquals(List.of("枣庄市本级", "薛城区"), map.member("districtNames"));
        assertEquals(List.of("", "临城街道"), map.member("towns"));
        assertEquals(List.of(0, 1), map.member("town"));
        assertEquals(List.of(34_811_341, 34_795_000), map.member("latitudes"));
        assertEquals(List.of(117_320_427, 117_263_000), map.member("longitudes"));
        assertEquals(List.of(List.of(0, 1), List.of(0)), map.member("served"));
    }

    /** No cache answers for the service, so that nothing stands between a change and the maps that ask again every 3 s. */
    @Test
    void changedOfficesAreInTheNextAnswer() {
        publish(new SmallRegistryFiles().csv());
        var before = Caller.nobody(http).get(PATH);
        assertEquals("public, no-cache", before.header("Cache-Control"));
        assertEquals(304, again(before.header("ETag")));
        publish(new SmallRegistryFiles()
                .with(OFFICES, "117.263000", "117.270000")
                .with(OFFICES, "薛城区公安服务厅", "薛城区公安新厅")
                .csv());
        assertEquals(200, again(before.header("ETag")));
        var after = Caller.nobody(http).get(PATH);
        assertNotEquals(before.header("ETag"), after.header("ETag"));
        assertEquals(List.of("枣庄市政务服务中心", "薛城区公安新厅"), after.member("names"));
        assertEquals(List.of(117_320_427, 117_270_000), after.member("longitudes"));
        assertTrue(http.toBlocking().retrieve("/map").contains("薛城区公安新厅"));
    }

    @Test
    void hasAColumnOfTheSameLengthForEachProperty() {
        publish(RegistrySource.sample());
        var map = Caller.nobody(http).get(PATH);
        for (var column :
                List.of("codes", "names", "addresses", "phones", "latitudes", "longitudes", "kind", "serves")) {
            assertEquals(2500, assertInstanceOf(List.class, map.member(column)).size(), column);
        }
    }

    private int again(String tag) {
        return Caller.nobody(http)
                .send(HttpRequest.GET(PATH).header("If-None-Match", tag))
                .status();
    }

    private void publish(RegistrySource source) {
        assertInstanceOf(PublishResult.Published.class, publish.publish(source, null, "test"));
    }
}
