package city.certfree.web.signin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.session.OpenedSessions;
import city.certfree.access.session.SessionToken;
import city.certfree.crypto.KeyedIndex;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.licence.Holder;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The matrix of authorisation, route by route and caller by caller, as the routes say it and as the service does it. */
@MicronautTest(transactional = false)
@Property(name = "micronaut.http.client.follow-redirects", value = "false")
class AuthorisationTest implements OnDemoCity {
    private static final Path DOCUMENT = Path.of("docs/authorisation.md");
    private static final String TABLE = "\n| call |";
    private static final String ABSENT = "AAAAAAAAAAAAAAAAAAAAAA";

    /** Where a password or a secret is asked for: a 401 says that it is wrong, and not that the route is closed. */
    private static final Set<String> ENTRANCES =
            Set.of("/oauth2/token", "/api/v1/sessions", "/counter/sign-in", "/phone/sign-in", "/sign-in");

    /** What nobody may set: roles and times, verdicts, and the record's own digests. */
    private static final String SET_BY_NOBODY =
            "{\"role\":\"SECADMIN\",\"office\":\"37040010001\",\"createdAt\":\"2026-11-23T00:00:00Z\","
                    + "\"verdict\":\"ACCEPTED\",\"auditHash\":\"00\"}";

    private static final Holder SPOUSE = DemoCitizen.spouse();

    @Inject
    Router router;

    @Inject
    KeyedIndex index;

    @Inject
    Registry registry;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    OpenedSessions sessions;

    private DemoParties parties;

    @BeforeAll
    void signEverybodyIn() {
        parties = new DemoParties(http, sessions);
    }

    @Test
    void theDocumentSaysWhatTheRoutesSay() throws IOException {
        var document = Files.readString(DOCUMENT);
        var text = document.substring(0, document.indexOf(TABLE) + 1);
        var expected = text + table();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(expected, Files.readString(DOCUMENT), "mvn test -Dtest=AuthorisationTest -Dupdate.docs=true");
    }

    @Test
    void everyRouteHasARule() {
        for (var route : routes().toList()) {
            var rule = RouteNeeds.of(route);
            assertTrue(rule.open() || !rule.parties().isEmpty(), () -> name(route));
        }
    }

    @TestFactory
    Stream<DynamicTest> h02_everyCallerGetsAtEveryRouteWhatItsRuleSays() {
        return routes().flatMap(route ->
                DemoParties.ALL.stream().map(who -> dynamicTest(name(route) + " by " + who, () -> check(route, who))));
    }

    private void check(UriRouteInfo<?, ?> route, String who) {
        var reply = call(route, who, "{}");
        var expected = cell(RouteNeeds.of(route), who);
        int status = reply.status();
        switch (expected) {
            case "401", "403" -> {
                assertEquals(Integer.parseInt(expected), status);
                assertTrue(reply.isProblem(status == 401 ? "not-signed-in" : "role-forbidden"), reply.body());
            }
            case "✓" -> {
                assertTrue(status < 500 && status != 403 && status != 405 && status != 415, status + reply.body());
                assertTrue(status != 401 || ENTRANCES.contains(path(route)), reply.body());
            }
            default -> {
                assertEquals(303, status);
                var door = Pattern.quote(RouteNeeds.of(route).door().replace(RouteNeeds.HERE, ""));
                assertTrue(reply.header("Location").matches(door + "(%2Fphone%2F[A-Za-z0-9._%-]+)?"));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> h01_whatIsSomebodyElsesAnswersTheSameBytesAsWhatIsNotThere() {
        var examples = new ForeignExamples(parties, registry);
        return routes().filter(AuthorisationTest::namesSomebodys)
                .map(route -> dynamicTest(name(route), () -> {
                    var example = examples.of(name(route));
                    var foreign = parties.as(example.stranger()).send(request(route, example.id(), example.body()));
                    var absent = parties.as(example.stranger()).send(request(route, ABSENT, example.body()));
                    assertEquals(404, foreign.status(), foreign.body());
                    assertEquals(absent.status(), foreign.status());
                    assertEquals(absent.body(), foreign.body());
                    assertEquals(absent.header("Content-Type"), foreign.header("Content-Type"));
                    var own = parties.as(example.owner()).send(request(route, example.id(), example.body()));
                    assertTrue(own.status() < 300, own.body());
                }));
    }

    @TestFactory
    Stream<DynamicTest> h03_nobodySetsWhatTheServiceItselfDecides() {
        return routes().filter(AuthorisationTest::takesJson)
                .map(route -> dynamicTest(name(route), () -> {
                    var who = DemoParties.ALL.stream()
                            .filter(party -> cell(RouteNeeds.of(route), party).equals("✓"))
                            .findFirst()
                            .orElseThrow();
                    boolean takesAList = path(route).endsWith("/offline-acceptances");
                    var reply = call(route, who, takesAList ? "[" + SET_BY_NOBODY + "]" : SET_BY_NOBODY);
                    assertEquals(400, reply.status(), reply.body());
                    assertTrue(reply.body().contains("unknown-property"), reply.body());
                    assertTrue(reply.body().contains("/auditHash"), reply.body());
                }));
    }

    /** Settings and keys, grants and accounts, the log: each has an administrator of its own. */
    @Test
    void h02_nobodyBothChangesGrantsAndReadsTheLog() {
        var deciding = whoMay(route -> path(route).matches("/api/v1/grants/.*/(reviews|decisions)"));
        assertEquals(Set.of("secadmin"), deciding);
        var reading = whoMay(route -> isOfTheLog(route) && !RouteNeeds.of(route).open());
        assertEquals(Set.of(), intersection(deciding, reading));
    }

    private Set<String> whoMay(Predicate<UriRouteInfo<?, ?>> which) {
        return routes().filter(which)
                .flatMap(route -> DemoParties.ALL.stream()
                        .filter(who -> cell(RouteNeeds.of(route), who).equals("✓")))
                .collect(toSet());
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(toSet());
    }

    private static boolean isOfTheLog(UriRouteInfo<?, ?> route) {
        return path(route).matches("(/api/v1)?/(log|access-log|audit)(/.*)?");
    }

    @Test
    void h02_noRouteOfTheLogChangesAnything() {
        var writing = routes().filter(
                        route -> route.getHttpMethod() != HttpMethod.GET && route.getHttpMethod() != HttpMethod.HEAD)
                .filter(AuthorisationTest::isOfTheLog)
                .map(AuthorisationTest::name)
                .toList();
        assertEquals(List.of(), writing);
    }

    /** Of a use whose number the auditor knows: neither whose licence it was, nor the case. */
    @TestFactory
    Stream<DynamicTest> l11_nothingThatAnAuditorReadsTellsWhoseUseItWas() {
        var use = UseRequest.share()
                .with("caseNumber", "BJ-L11")
                .ofHolder("111", SPOUSE.code().value(), SPOUSE.name());
        var shared = parties.as("clerk").send(HttpRequest.POST("/api/v1/shares", use.body()));
        assertEquals(200, shared.status(), shared.body());
        var record = shared.body().replaceFirst("(?s).*\"recordId\":\"([^\"]*)\".*", "$1");
        return routes().filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> dynamicTest(name(route), () -> {
                    var read = parties.as("auditor")
                            .send(request(route, record, ""))
                            .body();
                    for (var personal : List.of(SPOUSE.code().value(), SPOUSE.name(), "BJ-L11")) {
                        assertFalse(read.contains(personal), read);
                    }
                }));
    }

    private String table() {
        var head = TABLE.substring(1)
                + DemoParties.ALL.stream().map(who -> " " + who + " |").collect(joining())
                + "\n"
                + "| --- ".repeat(DemoParties.ALL.size() + 1)
                + "|\n";
        return routes().map(route -> "| `" + name(route) + "` |"
                        + DemoParties.ALL.stream()
                                .map(who -> " " + shown(route, who) + " |")
                                .collect(joining())
                        + "\n")
                .collect(joining("", head, ""));
    }

    private static String shown(UriRouteInfo<?, ?> route, String who) {
        var cell = cell(RouteNeeds.of(route), who);
        return cell.equals("✓") && namesSomebodys(route) ? "own" : cell;
    }

    private static String cell(RouteNeeds rule, String who) {
        if (rule.open() || (!who.equals(DemoParties.NOBODY) && rule.parties().contains(DemoParties.party(who)))) {
            return "✓";
        }
        if (!rule.door().isEmpty()) {
            return "→ `" + rule.door() + "`";
        }
        return who.equals(DemoParties.NOBODY) ? "401" : "403";
    }

    private Stream<UriRouteInfo<?, ?>> routes() {
        var byName = new TreeMap<String, UriRouteInfo<?, ?>>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .forEach(route -> byName.put(path(route) + " " + route.getHttpMethod(), route));
        return byName.values().stream();
    }

    /** Whether the path names something that belongs to somebody; what the public may see belongs to nobody. */
    private static boolean namesSomebodys(UriRouteInfo<?, ?> route) {
        return path(route).contains("{")
                && !RouteNeeds.of(route).open()
                && !ForeignExamples.OF_ALL.contains(name(route));
    }

    private static boolean takesJson(UriRouteInfo<?, ?> route) {
        return Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH).contains(route.getHttpMethod())
                && path(route).startsWith("/api/")
                && route.doesConsume(MediaType.APPLICATION_JSON_TYPE);
    }

    private Caller.Reply call(UriRouteInfo<?, ?> route, String who, String body) {
        var caller = parties.as(who);
        var reply = caller.send(request(route, ABSENT, takesJson(route) ? body : form(caller)));
        if (path(route).endsWith("/sign-out") || name(route).equals("DELETE /api/v1/sessions")) {
            parties.signInAgain(who);
        }
        return reply;
    }

    /** As the service gives it to the forms of a page; nothing where there is no session. */
    private String form(DemoParties.Signed caller) {
        var cookie = caller.sign(HttpRequest.GET("/")).getHeaders().get("Cookie");
        if (cookie == null) {
            return "csrf=";
        }
        var token = SessionToken.parse(cookie.substring(cookie.indexOf('=') + 1));
        return "csrf=" + index.of("csrf", token.value().toBytes());
    }

    private static MutableHttpRequest<?> request(UriRouteInfo<?, ?> route, String id, String body) {
        var path = path(route).replaceAll("\\{[^}]*}", id);
        return switch (route.getHttpMethod()) {
            case GET -> HttpRequest.GET(path);
            case DELETE -> HttpRequest.DELETE(path);
            default ->
                HttpRequest.create(route.getHttpMethod(), path)
                        .body(body)
                        .contentType(
                                takesJson(route)
                                        ? MediaType.APPLICATION_JSON_TYPE
                                        : route.getConsumes().getFirst());
        };
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethod() + " " + path(route);
    }
}
