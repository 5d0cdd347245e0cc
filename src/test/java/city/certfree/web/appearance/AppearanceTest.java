package city.certfree.web.appearance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestDemoGate;
import city.certfree.web.signin.Caller;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switches of the pages, in a browser without scripts. */
@MicronautTest(transactional = false)
@Property(name = "micronaut.http.client.follow-redirects", value = "false")
@Property(name = TestDemoGate.PROPERTY, value = "true")
class AppearanceTest implements OnH2 {
    private static final String LARGE = "<html lang=\"zh-CN\" class=\"large\">";
    private static final String NORMAL = "<html lang=\"zh-CN\">";

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/phone", "/registry"})
    void oneTapOnTheFirstScreenEnlargesEveryPage(String first) {
        var visitor = new Browser(server.getURL()).open(first);
        assertTrue(visitor.page().contains(NORMAL));
        assertTrue(visitor.page().contains(">长辈版</button>"));
        visitor.submit("/appearance", "size", "large");
        assertTrue(visitor.page().contains(LARGE));
        assertTrue(visitor.open("/registry").page().contains(LARGE));
        assertTrue(visitor.open("/phone").page().contains(LARGE));
    }

    @Test
    void anotherTapMakesThemNormalAgain() {
        var visitor = new Browser(server.getURL()).open("/phone").submit("/appearance", "size", "large");
        assertTrue(visitor.page().contains(">标准版</button>"));
        visitor.submit("/appearance", "size", "normal");
        assertTrue(visitor.page().contains(NORMAL));
    }

    @Test
    void theSwitchLeadsBackToThePage() {
        var visitor = new Browser(server.getURL()).open("/registry?q=spjy&page=2");
        visitor.submit("/appearance", "size", "large");
        assertTrue(visitor.page().contains("value=\"spjy\""));
    }

    @Test
    void afterAFormItLeadsToTheStart() {
        var visitor = new Browser(server.getURL()).open("/phone").submit("/phone/sign-in", "holderCode", "1");
        assertEquals(401, visitor.status());
        visitor.submit("/appearance", "size", "large");
        assertEquals(200, visitor.status());
        assertTrue(visitor.page().contains("登录我的证照"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/%0d%0aX: y", "/a b", "evil", ""})
    void theSwitchLeadsToNoOtherSite(String back) {
        var reply = switched("size=large&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        var location = reply.header("Location");
        assertTrue(location.equals("/"), location);
    }

    @Test
    void theCookieIsNoneThatScriptsOrOtherSitesRead() {
        var cookie = switched("size=large&back=/").header("Set-Cookie");
        assertTrue(cookie.startsWith("certfree_size=large; Max-Age=31536000;"), cookie);
        assertTrue(cookie.contains("Path=/;"));
        assertTrue(cookie.contains("HTTPOnly"));
        assertTrue(cookie.contains("SameSite=Lax"));
    }

    @Test
    void whatIsNotKnownIsWhatEverybodySees() {
        var reply = new Caller(http)
                .get("/phone", request -> request.header("Cookie", "certfree_size=huge; certfree_language=<i>"));
        assertTrue(reply.body().contains(NORMAL));
        assertFalse(reply.body().contains("<i>"));
    }

    private Caller.Reply switched(String body) {
        return new Caller(http)
                .send(HttpRequest.POST("/appearance", body).contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
    }
}
