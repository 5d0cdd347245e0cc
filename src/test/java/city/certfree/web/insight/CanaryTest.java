package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Browser;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Caller.Reply;
import city.certfree.fixture.FaultyCommits;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.OtlpReceiver;
import city.certfree.fixture.Scraped;
import city.certfree.fixture.UseRequest;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Plants what nobody may read where operators look: a person's number and name, a licence's number, tokens, one-time codes,
 * passwords, purpose and case. They go where they belong, through every channel and the pages, and where they do not, to every
 * route; then logs, figures, traces, problems and redirects are searched.
 */
@MicronautTest(transactional = false)
@Property(name = FaultyCommits.PROPERTY, value = "true")
class CanaryTest implements OnDemoCity {
    private static final String PURPOSE = "金丝雀的用证事由";
    private static final String CASE = "CANARY-2026-7731";
    private static final String PASSWORD = "canary-password-9x";

    private final OtlpReceiver collector = OtlpReceiver.start();
    private final Planted planted = new Planted();
    private final List<Reply> replies = new ArrayList<>();

    @Inject
    EmbeddedServer server;

    @Inject
    Router router;

    @Inject
    ManagementPort port;

    @Inject
    Traces traces;

    @Inject
    FaultyCommits faults;

    @Inject
    @Client("/")
    HttpClient http;

    private Caller system;
    private Caller clerk;
    private Caller citizen;
    private String bearer = "";
    private String cookie = "";
    private String citizensCookie = "";
    private String licence = "";

    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(City.properties());
        properties.put("otel.exporter.otlp.endpoint", collector.endpoint());
        return properties;
    }

    @BeforeAll
    void plant() {
        bearer = token();
        cookie = cookieOf(Map.of("username", "clerk01", "password", "Demo-clerk-01"));
        citizensCookie = cookieOf(Map.of("holderCode", Caller.WANG, "demo", true));
        system = Caller.bearer(http, bearer);
        clerk = Caller.staff(http, "clerk01");
        citizen = Caller.citizen(http, Caller.WANG);
        var food = UseRequest.objects(
                        citizen.get("/api/v1/me/licences?limit=200").member("items"))
                .stream()
                .filter(one -> UseRequest.FOOD_LICENCE.equals(one.get("typeCode")))
                .findFirst()
                .orElseThrow();
        licence = String.valueOf(food.get("identifier"));
        planted.with("number", Caller.WANG)
                .with("name", "王小明")
                .with("licence number", String.valueOf(food.get("certificateNumber")))
                .with("licence", licence)
                .with("purpose", PURPOSE)
                .with("case", CASE)
                .with("password", PASSWORD)
                .with("password of a clerk", "Demo-clerk-01")
                .with("secret of a system", "demo-system-secret")
                .with("access token", bearer)
                .with("session", cookie.replaceFirst("^[^=]*=", ""))
                .with("session of a citizen", citizensCookie.replaceFirst("^[^=]*=", ""));
    }

    @AfterAll
    void stop() {
        collector.close();
    }

    @Test
    void nothingPlantedIsSeenByWhoeverOperatesTheService() throws Exception {
        try (var log = new CapturedLog();
                var astray = new Astray(server.getURI(), planted)) {
            usesThroughEveryChannel();
            pages();
            routes().forEach(route -> callers(route).forEach(who -> astray.call(route, who)));
            faults.away(true);
            usesThroughEveryChannel();
            faults.away(false);
            traces.flush();
            collector.await(spans -> spans.size() > astray.answers().size() / 2);
            assertEquals(Map.of(), seen(log, astray));
            assertTrue(log.text().contains("storage unavailable"), "the log was written");
            assertTrue(replies.stream().filter(reply -> reply.status() == 200).count() > 5, "uses were answered");
        }
    }

    /** Where something was found, and what. */
    private Map<String, Set<String>> seen(CapturedLog log, Astray astray) throws InterruptedException {
        var seen = new TreeMap<String, Set<String>>();
        seen.put("log as text", planted.in(log.text()));
        seen.put("log as JSON", planted.in(log.json()));
        seen.put("figures", planted.in(Scraped.of(port).text()));
        seen.put("traces", planted.in(collector.received()));
        for (var answer : astray.answers()) {
            if (isProblem(answer)) {
                seen.put("problem of " + answer.request(), planted.in(answer.body()));
            }
        }
        for (var reply : replies) {
            if (reply.status() >= 400) {
                seen.put("problem " + reply, planted.in(reply.body().toString()));
            }
        }
        seen.values().removeIf(Set::isEmpty);
        return seen;
    }

    /** A search that finds nothing is worth something only if it finds what is there. */
    @Test
    void whatIsLoggedIsFound() throws Exception {
        try (var log = new CapturedLog()) {
            LoggerFactory.getLogger("city.certfree.Canary").info("leaked: {} {}", Caller.WANG, "王小明");
            assertEquals(Set.of("number", "name"), planted.in(log.text()));
            assertEquals(Set.of("number", "name"), planted.in(log.json()));
        }
    }

    private void usesThroughEveryChannel() {
        var wang = Map.of("codeType", "111", "code", Caller.WANG, "name", "王小明");
        for (var who : List.of(system, clerk)) {
            replies.add(who.post(
                    "/api/v1/shares",
                    use(UseRequest.share()).with("holder", wang).body()));
            var claims = Map.of("certificateNumber", planted.value("licence number"), "name", "王小明");
            replies.add(who.post(
                    "/api/v1/verifications", use(UseRequest.verify(claims)).body()));
            replies.add(who.post(
                    "/api/v1/verifications",
                    use(UseRequest.verify(Map.of("certificateNumber", Caller.WANG)))
                            .body()));
            var lookedUp = who.post("/api/v1/lookups", use(UseRequest.lookUp()).body());
            replies.add(lookedUp);
            replies.add(who.post(
                    "/api/v1/lookups/" + lookedUp.text("recordId") + "/unmasking",
                    Map.of("fields", List.of("location"), "reason", PURPOSE)));
            var shown = citizen.post("/api/v1/me/shows", Map.of("identifier", licence));
            replies.add(shown);
            if (shown.status() < 300) {
                planted.with("show token", shown.text("token")).with("show code", shown.text("code"));
                var token = shown.text("token");
                replies.add(redeem(who, "token", token.substring(0, token.length() - 4) + "AAAA"));
                replies.add(redeem(who, "code", shown.text("code")));
                replies.add(redeem(who, "token", token));
            }
        }
        replies.add(citizen.get("/api/v1/me/uses?limit=5"));
    }

    private Reply redeem(Caller who, String member, String presented) {
        return who.post(
                "/api/v1/show-verifications",
                use(UseRequest.redeem(member, presented)).body());
    }

    private static UseRequest use(UseRequest request) {
        return request.with("purpose", PURPOSE).with("caseNumber", CASE);
    }

    private void pages() {
        var counter = new Browser(server.getURL()).open("/counter");
        counter.submit("/counter/sign-in", "account", "clerk01", "password", PASSWORD);
        counter.open("/counter").submit("/counter/sign-in", "account", "clerk01", "password", "Demo-clerk-01");
        counter.open("/counter?item=" + UseRequest.BIRTH_REGISTRATION)
                .submit("/counter/case", "caseNumber", CASE, "purpose", PURPOSE);
        counter.submit("/counter/case", "material", "父母结婚证复印件");
        counter.submit("/counter/uses", "code", Caller.WANG, "name", "王小明");
        assertTrue(counter.page().contains("王小明"), counter.page());
        var phone = new Browser(server.getURL()).open("/phone");
        phone.submit("/phone/sign-in", "holderCode", Caller.WANG);
        assertTrue(phone.page().contains("王小明"), phone.page());
        phone.open("/phone/uses").open("/phone/licences/" + licence).submit("/phone/shows");
        assertEquals(200, phone.status());
    }

    /** Those that end a session come last, and only for nobody. */
    private List<UriRouteInfo<?, ?>> routes() {
        return router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .<UriRouteInfo<?, ?>>map(route -> route)
                .sorted(Comparator.comparing(
                        route -> route.getUriMatchTemplate().toPathString()))
                .toList();
    }

    private List<Map<String, String>> callers(UriRouteInfo<?, ?> route) {
        if (route.getUriMatchTemplate().toPathString().matches(".*(sign-out|lock|sessions).*")) {
            return List.of(Map.of());
        }
        return List.of(
                Map.of(),
                Map.of("Authorization", "Bearer " + bearer),
                Map.of("Cookie", cookie),
                Map.of("Cookie", citizensCookie));
    }

    private String cookieOf(Map<String, ?> form) {
        var response = http.toBlocking().exchange(HttpRequest.POST("/api/v1/sessions", form));
        return Objects.requireNonNull(response.getHeaders().get("Set-Cookie")).replaceFirst(";.*", "");
    }

    private String token() {
        var request = HttpRequest.POST("/oauth2/token", "grant_type=client_credentials")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                .basicAuth("demo-system", "demo-system-secret");
        return http.toBlocking().retrieve(request).replaceAll("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private static boolean isProblem(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }
}
