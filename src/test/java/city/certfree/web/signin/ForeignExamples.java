package city.certfree.web.signin;

import city.certfree.audit.CanonicalJson;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import city.certfree.registry.HolderKind;
import city.certfree.registry.Registry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** For each route that names something of somebody's: an example, its owner, and somebody of the same kind who is a stranger to it. */
final class ForeignExamples {
    /**
     * Whoever may call these sees whatever they can name: administrators every grant; who knows the 128 random bits of a
     * record, its proof, which discloses nothing of it.
     */
    static final Set<String> OF_ALL = Set.of(
            "POST /api/v1/grants/{grantId}/reviews",
            "POST /api/v1/grants/{grantId}/decisions",
            "GET /api/v1/access-log/records/{recordId}/proof");

    private static final String STATUS = "{\"status\":\"SUSPENDED\",\"reason\":\"核查\"}";

    private final DemoParties parties;
    private final Registry registry;

    private final Map<String, Supplier<Example>> examples = new HashMap<>(Map.of(
            "GET /api/v1/me/shows/{showId}", () -> ofCitizen(show()),
            "GET /phone/shows/{showId}", () -> ofCitizen(show()),
            "GET /phone/licences/{identifier}", () -> ofCitizen(licence()),
            "GET /api/v1/licences/{identifier}", () -> ofIssuer(issued(), ""),
            "PUT /api/v1/licences/{identifier}",
                    () -> {
                        var licence = licenceOfCityHall();
                        return ofIssuer(licence.identifier().value(), CanonicalJson.text(licence.body()));
                    },
            "POST /api/v1/licences/{identifier}/status", () -> ofIssuer(issued(), STATUS),
            "POST /api/v1/licences/{identifier}/status-list-entry",
                    () -> ofIssuer(licenceOfCityHall().identifier().value(), "{}"),
            "POST /api/v1/lookups/{recordId}/unmasking",
                    () -> new Example(
                            "clerk", "other clerk", lookUp(), "{\"fields\":[\"location\"],\"reason\":\"核对\"}")));

    ForeignExamples(DemoParties parties, Registry registry) {
        this.parties = parties;
        examples.put("GET /counter/slips/{recordId}", () -> new Example("clerk", "other clerk", use(), ""));
        examples.put("GET /phone/complaints/{number}", () -> ofCitizen(complaint()));
        examples.put("DELETE /api/v1/me/delegations/{delegationId}", () -> ofCitizen(delegation()));
        examples.put("GET /phone/uses/{recordId}/receipt", () -> ofCitizen(use()));
        examples.put("GET /api/v1/grants/{grantId}", () -> new Example("clerk", "other clerk", application(), ""));
        examples.put(
                "POST /api/v1/grants/{grantId}/withdrawal",
                () -> new Example("clerk", "other clerk", application(), "{\"reason\":\"不再需要\"}"));
        this.registry = registry;
    }

    /** @throws AssertionError for a route that has no example yet: whoever adds the route adds one */
    Example of(String route) {
        var example = examples.get(route);
        if (example == null) {
            throw new AssertionError("an example of somebody else's is missing for " + route);
        }
        return example.get();
    }

    private static Example ofCitizen(String id) {
        return new Example("citizen", "other citizen", id, "");
    }

    /** The system may issue, too, but for an office without some of the city hall's departments. */
    private static Example ofIssuer(String id, String body) {
        return new Example("issuer", "system", id, body);
    }

    private IssueRequest licenceOfCityHall() {
        var offices = registry.current().catalogue();
        var own = offices.office(new OfficeCode("37040010001")).orElseThrow().departments();
        var strangers =
                offices.office(new OfficeCode("37048120001")).orElseThrow().departments();
        var type = offices.types().stream()
                .filter(t -> t.holderKind() != HolderKind.LEGAL_ENTITY)
                .filter(t -> own.contains(t.issuer()) && !strangers.contains(t.issuer()))
                .findFirst()
                .orElseThrow();
        return IssueRequest.of(registry, type.code().value(), Holders.citizen("外小花"));
    }

    private String issued() {
        var licence = licenceOfCityHall();
        parties.as("issuer")
                .send(HttpRequest.PUT(licence.path(), CanonicalJson.text(licence.body()))
                        .contentType(MediaType.APPLICATION_JSON_TYPE));
        return licence.identifier().value();
    }

    private String licence() {
        var licences = parties.as("citizen").send(HttpRequest.GET("/api/v1/me/licences?limit=200"));
        return member(licences.body(), "\"identifier\":\"([^\"]*)\",\"typeCode\":\"" + UseRequest.FOOD_LICENCE + "\"");
    }

    private String show() {
        var body = "{\"identifier\":\"" + licence() + "\"}";
        var show = parties.as("citizen").send(HttpRequest.POST("/api/v1/me/shows", body));
        return member(show.body(), "\"showId\":\"([^\"]*)\"");
    }

    private String complaint() {
        var asked = "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"" + UseRequest.BIRTH_REGISTRATION + "\"}";
        var reply = parties.as("citizen").send(HttpRequest.POST("/api/v1/me/complaints", asked));
        return member(reply.body(), "\"complaintNumber\":\"([^\"]*)\"");
    }

    private String delegation() {
        var body =
                """
                {"identifier":"%s","itemCode":"%s","agent":{"codeType":"111","code":"%s","name":"外小花"},"validUntil":"%s"}"""
                        .formatted(
                                licence(),
                                UseRequest.FOOD_LICENCE_RENEWAL,
                                Holders.citizen("外小花").code().value(),
                                OnDemoCity.City.morning().plus(Duration.ofDays(30)));
        var given = parties.as("citizen").send(HttpRequest.POST("/api/v1/me/delegations", body));
        return member(given.body(), "\"delegationId\":\"([^\"]*)\"");
    }

    private String application() {
        var asked = "{\"validFrom\":\"2026-11-23\",\"channel\":\"SHARE\",\"reason\":\"办理出生登记\"}";
        var reply = parties.as("clerk").send(HttpRequest.POST("/api/v1/grants", asked));
        return member(reply.body(), "\"grantId\":\"([^\"]*)\"");
    }

    /** Of a certificate of no criminal record, which is the citizen's alone. */
    private String use() {
        var use = parties.as("clerk")
                .send(HttpRequest.POST(
                        "/api/v1/verifications", UseRequest.verify(Map.of()).body()));
        return member(use.body(), "\"recordId\":\"([^\"]*)\"");
    }

    private String lookUp() {
        var use = parties.as("clerk")
                .send(HttpRequest.POST("/api/v1/lookups", UseRequest.lookUp().body()));
        return member(use.body(), "\"recordId\":\"([^\"]*)\"");
    }

    private static String member(String json, String pattern) {
        var match = Pattern.compile(pattern).matcher(json);
        if (!match.find()) {
            throw new AssertionError(pattern + " is not in " + json);
        }
        return Objects.requireNonNull(match.group(1));
    }

    /**
     * Something of somebody's.
     *
     * @param body what is sent with it; empty: nothing
     */
    record Example(String owner, String stranger, String id, String body) {}
}
