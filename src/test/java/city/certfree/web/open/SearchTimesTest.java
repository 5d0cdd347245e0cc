package city.certfree.web.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Figures;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SampleRegistry;
import city.certfree.registry.version.PublishRegistry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long the registry takes to answer a search as somebody types it, on the sample city: {@code target/reports} says. */
@MicronautTest(transactional = false)
class SearchTimesTest implements OnH2 {
    private static final int SEARCHES = 1000;
    private static final int WARM_UP = 200;

    @Inject
    EmbeddedServer server;

    @Inject
    PublishRegistry publish;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void answersAThousandDifferentSearches() throws IOException, InterruptedException {
        publish.publish(SampleRegistry.with("offices.csv", "", ""), null, "test");
        var times = new ArrayList<Double>();
        for (var words : searches()) {
            times.add(milliseconds(words));
        }
        var measured = List.copyOf(times.subList(WARM_UP, times.size()));
        assertEquals(SEARCHES, measured.size());
        System.out.print(Figures.report(
                "search",
                "A search of the registry's page, from the request to its whole answer on the same machine",
                measured));
    }

    private double milliseconds(String words) throws IOException, InterruptedException {
        var address = server.getURL() + "/registry?theme=&level=&channel=&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("HX-Request", "true")
                .build();
        long begin = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        long end = System.nanoTime();
        assertEquals(200, answer.statusCode());
        return (end - begin) / 1e6;
    }

    /** Beginnings and middles of names, codes, and letters as of pinyin; some find hundreds, some nothing. */
    private static Set<String> searches() {
        var random = new Random(50);
        var items = List.copyOf(SampleRegistry.catalogue().items());
        var searches = new LinkedHashSet<String>();
        while (searches.size() < WARM_UP + SEARCHES) {
            var item = items.get(random.nextInt(items.size()));
            searches.add(
                    switch (random.nextInt(3)) {
                        case 0 -> part(item.name(), random);
                        case 1 -> part(item.code().value(), random);
                        default -> letters(random);
                    });
        }
        return searches;
    }

    private static String part(String whole, Random random) {
        int begin = random.nextInt(whole.length());
        return whole.substring(begin, Math.min(whole.length(), begin + 1 + random.nextInt(6)))
                .strip();
    }

    private static String letters(Random random) {
        return random.ints(1 + random.nextInt(4), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
