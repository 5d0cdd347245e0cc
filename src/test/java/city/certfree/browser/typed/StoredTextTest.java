package city.certfree.browser.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SampleRegistry;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.HolderCode;
import city.certfree.licence.Holder;
import city.certfree.registry.AttributeType;
import city.certfree.registry.Registry;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Markup typed into every field whose text is shown to somebody later: at the counter, on the phone, in a licence as its issuer
 * sends it, in the registry as it is published, in every search. Wherever it is shown it is text.
 */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the pages are opened where there is a browser
class StoredTextTest implements OnH2 {
    /** Each short enough for the shortest field: 50 characters. The first two in every build, all with {@code -Plong}. */
    private static final List<String> TYPED = List.of(
            "\"><svg onload=pwned=1><script>pwned=1</script>",
            "'\" autofocus onfocus=pwned=1 x=\"'",
            "</textarea><img src=/pwned onerror=pwned=1>",
            "<b hx-get=/pwned hx-trigger=load hx-on:x=1>",
            "javascript:pwned=1//${7*7}&lt;i&gt;<!--");

    private static final String NAME_OF_BIRTH = "出生登记（婚内新生儿入户）";

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    PublishRegistry publish;

    @Inject
    Registry registry;

    private StrictEye stranger;
    private TypingClerk clerk;
    private TypingCitizen citizen;

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
            stranger = new StrictEye(chromium.person(server.getURL(), 1366, 768));
            clerk = new TypingClerk(new StrictEye(chromium.person(server.getURL(), 1366, 768)));
            citizen = new TypingCitizen(new StrictEye(chromium.person(server.getURL(), 390, 844)));
            clerk.signIn();
            citizen.signIn();
            return TYPED.stream()
                    .limit("all".equals(System.getProperty("certfree.visitors")) ? TYPED.size() : 2)
                    .flatMap(this::tests)
                    .onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> tests(String text) {
        return Stream.of(
                dynamicTest("inTheRegistry " + text, () -> published(text)),
                dynamicTest("inALicence " + text, () -> issued(text)),
                dynamicTest("atTheCounter " + text, () -> clerk.types(text)),
                dynamicTest("onThePhone " + text, () -> citizen.types(text)),
                dynamicTest("inASearch " + text, () -> searched(text)));
    }

    private void published(String text) {
        var inTable = '"' + text.replace("\"", "\"\"") + '"';
        var source = SampleRegistry.with("exempted-items.csv", NAME_OF_BIRTH, inTable);
        assertInstanceOf(PublishResult.Published.class, publish.publish(source, null, "test"));
        for (var path : List.of(
                "/registry?q=" + UseRequest.BIRTH_REGISTRATION,
                "/registry/items/" + UseRequest.BIRTH_REGISTRATION,
                "/registry/licence-types/" + UseRequest.MARRIAGE,
                "/map?itemCode=" + UseRequest.BIRTH_REGISTRATION)) {
            stranger.page().navigate(path);
            stranger.sees(text);
        }
    }

    /** A marriage certificate of Wang's, on whose face everything is this text. */
    private void issued(String text) {
        var wang = new Holder(HolderCode.ofCitizen(Caller.WANG), "王小明");
        var licence = IssueRequest.of(registry, UseRequest.MARRIAGE, wang);
        var face = new HashMap<String, Object>();
        for (var attribute : registry.current()
                .catalogue()
                .type(licence.identifier().type())
                .orElseThrow()
                .attributes()) {
            face.put(attribute.key(), attribute.type() == AttributeType.DATE ? "2026-01-05" : text);
        }
        var reply = Caller.system(http)
                .put(
                        licence.path(),
                        licence.with("attributes", face)
                                .with("certificateNumber", text)
                                .body());
        assertEquals(201, reply.status(), reply.body()::toString);
        citizen.opens("/phone/licences/" + licence.identifier(), text);
    }

    private void searched(String text) {
        for (var path : List.of("/registry?q=", "/map?q=", "/map?item=", "/registry/items/S01110200011?near=")) {
            stranger.page().navigate(path);
            var field = path.substring(path.lastIndexOf('?') + 1, path.lastIndexOf('='));
            if (field.equals("item")) {
                stranger.page().click(".more summary");
            }
            stranger.page().fill("[name=" + field + "]", text);
            stranger.page().locator("[name=" + field + "]").press("Enter");
            stranger.page().waitForURL("**" + field + "=**pwned**");
            stranger.sees(text);
        }
        stranger.page().navigate("/counter");
        stranger.page().fill("#account", text);
        stranger.page().fill("#password", text);
        stranger.page().fill("#window", text);
        stranger.page().click(".alone button");
        stranger.page().waitForSelector(".notice.fail");
        stranger.seesNoMarkupOf(text);
    }
}
