package city.certfree.web.phone;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.LookedAt;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of the phone in both languages and sizes, on a narrow phone. */
@MicronautTest(transactional = false)
class AxeOnThePhoneTest implements OnH2 {
    private static final int NARROW = 360;

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnH2.super.getProperties());
        properties.put("certfree.demo.load", "true");
        properties.put("certfree.demo.persons", "20");
        return properties;
    }

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            Caller.staff(http, "clerk01")
                    .post("/api/v1/shares", UseRequest.share().body());
            return LookedAt.visitors().stream()
                    .flatMap(look -> walk(chromium, look))
                    .onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> walk(Chromium chromium, LookedAt look) {
        var person = chromium.person(server.getURL(), NARROW, 740);
        look.wantedBy(person, server.getURL());
        var walk = new PhoneWalk(person);
        return walk.steps().entrySet().stream().map(step -> {
            var name = "phone-" + step.getKey();
            return dynamicTest(name + " " + look, () -> {
                step.getValue().run();
                look.check(walk.page(), name);
            });
        });
    }
}
