package city.certfree.web.issuing;

import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Caller.Reply;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Holder;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer issues, changes and revokes; nobody else's licence, and nobody else. */
@MicronautTest(transactional = false)
class LicencesControllerTest implements OnDemoCity {
    private static final String IF_MATCH = "If-Match";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    Registry registry;

    private Caller system;
    private Caller issuer;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
        issuer = Caller.staff(http, "issuer01");
    }

    @Test
    void issuesALicenceThatIsSharedAtOnce() {
        var holder = Holders.citizen("赵小花");
        var request = marriage(holder);

        var issued = system.put(request.path(), request.body());

        assertEquals(201, issued.status(), issued.body()::toString);
        assertEquals("\"1-0\"", issued.header("ETag"));
        assertEquals("no-store", issued.header("Cache-Control"));
        assertEquals(request.identifier().value(), issued.text("identifier"));
        assertEquals("VALID", issued.text("status"));
        assertEquals(22, issued.text("recordId").length());
        assertEquals(
                List.of(request.identifier().value()),
                shared(holder).stream().map(l -> l.get("identifier")).toList());
    }

    @Test
    void takesTheShapeInWhichLicencesAreAnswered() {
        var holder = Holders.citizen("钱小花");
        var type = registry.current()
                .catalogue()
                .type(marriage(holder).identifier().type());
        var name = type.orElseThrow().name();
        var department = type.orElseThrow().issuer().value();
        var request = marriage(holder);
        request.with("identifier", request.identifier().value())
                .with("typeCode", request.identifier().type().value())
                .with("typeName", name)
                .with("issuer", Map.of("code", department))
                .with("version", 1)
                .with("status", "VALID");
        assertEquals(201, issuer.put(request.path(), request.body()).status());

        request.with("typeName", "别的证照").with("version", 2).with("issuer", Map.of("code", "9999"));
        var refused = issuer.put(request.path(), request.body());
        assertEquals("400 invalid-value", refused.problem());
        assertEquals(List.of("/version", "/typeName", "/issuer/code"), pointers(refused));
    }

    @Test
    void changesALicenceIntoItsNextVersion() {
        var holder = Holders.citizen("孙小花");
        var request = marriage(holder);
        var tag = system.put(request.path(), request.body()).header("ETag");

        var changed = system.put(
                request.path(),
                request.with("certificateNumber", "证2026第000002号").body(),
                IF_MATCH,
                tag);

        assertEquals(200, changed.status(), changed.body()::toString);
        assertEquals("\"2-0\"", changed.header("ETag"));
        var next = LicenceIdentifier.parse(changed.text("identifier"));
        assertEquals(2, next.version());
        assertEquals(request.identifier().serial(), next.serial());
        assertEquals(
                List.of(next.value()),
                shared(holder).stream().map(l -> l.get("identifier")).toList());
        assertEquals("SUPERSEDED", system.get(request.path()).text("status"));
        assertEquals("\"1-1\"", system.get(request.path()).header("ETag"));

        var again = system.put(request.path(), request.body(), IF_MATCH, "\"1-1\"");
        assertEquals("409 transition-illegal", again.problem());
    }

    @Test
    void keepsASuspensionThroughAChange() {
        var request = marriage(Holders.citizen("李小花"));
        system.put(request.path(), request.body());
        var tag = suspend(request).header("ETag");

        var refused = system.put(request.path(), request.with("status", "VALID").body(), IF_MATCH, tag);
        assertEquals(List.of("/status"), pointers(refused));
        var changed =
                system.put(request.path(), request.with("status", "SUSPENDED").body(), IF_MATCH, tag);

        assertEquals("SUSPENDED", changed.text("status"));
        assertEquals(
                "核查",
                system.get("/api/v1/licences/" + changed.text("identifier")).text("reason"));
    }

    @Test
    void h19_aChangeNamesTheRevisionItIsBasedOn() {
        var request = marriage(Holders.citizen("周小花"));
        var body = request.body();
        var tag = system.put(request.path(), body).header("ETag");

        assertEquals(
                "428 precondition-required", system.put(request.path(), body).problem());
        assertEquals(
                "428 precondition-required",
                system.put(request.path(), body, IF_MATCH, "*").problem());
        assertEquals(
                "412 precondition-failed",
                system.put(request.path(), body, IF_MATCH, "W/" + tag).problem());
        assertEquals(
                "412 precondition-failed",
                system.put(request.path(), body, IF_MATCH, "\"2-0\"").problem());
        assertEquals(
                "412 precondition-failed",
                system.put(request.path(), body, IF_MATCH, "1-0").problem());
        suspend(request);
        assertEquals(
                "412 precondition-failed",
                system.put(request.path(), body, IF_MATCH, tag).problem());
        assertEquals(
                200,
                system.put(request.path(), body, IF_MATCH, "\"9-9\", \"1-1\"").status());
    }

    @Test
    void h19_nothingIsIssuedAgainstARevision() {
        var request = marriage(Holders.citizen("吴小花"));

        var refused = system.put(request.path(), request.body(), IF_MATCH, "\"1-0\"");

        assertEquals("412 precondition-failed", refused.problem());
        assertEquals("404 not-found", system.get(request.path()).problem());
    }

    @Test
    void h19_aStatusIsChangedOnlyInTheRevisionThatIsNamedIfOneIs() {
        var request = marriage(Holders.citizen("郑小花"));
        var tag = system.put(request.path(), request.body()).header("ETag");
        var stale = "\"1-7\"";

        assertEquals(
                "412 precondition-failed",
                status(request, "REVOKED", IF_MATCH, stale).problem());
        assertEquals(
                "412 precondition-failed",
                status(request, "REVOKED", IF_MATCH, "W/" + tag).problem());
        assertEquals("\"1-1\"", status(request, "REVOKED", IF_MATCH, tag).header("ETag"));
        assertEquals("REVOKED", system.get(request.path()).text("status"));
    }

    @Test
    void changesTheStatusAlongTheTableOnly() {
        var request = marriage(Holders.citizen("王小花"));
        system.put(request.path(), request.body());

        var revoked = system.post(
                request.path() + "/status",
                Map.of("status", "REVOKED", "reason", "骗取登记", "effectiveAt", "2026-02-03T00:00:00Z"));

        assertEquals(200, revoked.status(), revoked.body()::toString);
        assertEquals("REVOKED", revoked.text("status"));
        assertEquals("骗取登记", revoked.text("reason"));
        assertEquals("2026-02-03T00:00:00Z", revoked.text("effectiveAt"));
        assertEquals("409 transition-illegal", status(request, "VALID").problem());
        assertEquals("409 transition-illegal", status(request, "REVOKED").problem());
        assertEquals(200, status(request, "CANCELLED").status());
    }

    @ParameterizedTest
    @CsvSource({
        "/status,      LOST,     核查, 2026-02-03T00:00:00Z",
        "/reason,      REVOKED,  ' ',  2026-02-03T00:00:00Z",
        "/effectiveAt, REVOKED,  核查, 2099-01-01T00:00:00Z",
        "/effectiveAt, REVOKED,  核查, 2026-02-03",
        "/effectiveAt, REVOKED,  核查, 2026-02-03T00:00:00+08:00",
    })
    void refusesAStatusThatIsNone(String pointer, String status, String reason, String effectiveAt) {
        var body = Map.of("status", status, "reason", reason, "effectiveAt", effectiveAt);
        var refused = system.post(marriage(Holders.citizen("王二花")).path() + "/status", body);
        assertEquals("400 invalid-value", refused.problem());
        assertEquals(List.of(pointer), pointers(refused));
    }

    @Test
    void namesEveryFieldThatBreaksARuleOfTheIntake() {
        var request = marriage(Holders.citizen("冯小花"));
        var attributes =
                new java.util.LinkedHashMap<>(UseRequest.object(request.body().get("attributes")));
        var first = attributes.keySet().iterator().next();
        attributes.remove(first);
        attributes.put("unheardOf", "x");
        var refused = issuer.put(
                request.path(),
                request.with("attributes", attributes)
                        .with("validTo", "2020-01-01")
                        .body());

        assertEquals("400 invalid-value", refused.problem());
        assertEquals(List.of("/validTo", "/attributes/" + first, "/attributes"), pointers(refused));
        assertFalse(refused.body().toString().contains("冯小花"));
        assertEquals("404 not-found", system.get(request.path()).problem());
    }

    @Test
    void readsTheFieldsStrictly() {
        var request = marriage(Holders.citizen("陈小花"));
        var bad = request.with("holders", List.of(Map.of("codeType", "111", "code", "370499199001010016", "name", "x")))
                .with("issuedOn", "2026-02-30")
                .with("status", "GOOD");
        assertEquals(
                List.of("/holders/0/code", "/issuedOn", "/status"), pointers(issuer.put(request.path(), bad.body())));
        assertEquals(
                List.of("/surprise"),
                pointers(issuer.put(request.path(), request.with("surprise", 1).body())));
        assertEquals("400 malformed-json", issuer.put(request.path(), "{").problem());
        assertEquals(
                "400 duplicate-name",
                issuer.put(request.path(), "{\"type\":\"a\",\"type\":\"b\"}").problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2.156.3005.2.11370400XN0011061G001.11370400XN0011061G.A.001.0", "..%2F"})
    void findsNothingUnderWhatIsNoIdentifier(String identifier) {
        var path = "/api/v1/licences/" + identifier;
        assertEquals("404 not-found", issuer.get(path).problem());
        assertEquals(
                "404 not-found",
                issuer.put(path, marriage(Holders.citizen("秦小花")).body()).problem());
    }

    @Test
    void anotherIssuersTypeLooksLikeNoneAtAll() {
        var foreign = IssueRequest.of(registry, foreignType().code().value(), holderOf(foreignType()));
        var own = marriage(Holders.citizen("褚小花"));

        var answers = Stream.of(
                        system.put(foreign.path(), foreign.body()),
                        system.get(foreign.path()),
                        status(foreign, "REVOKED"),
                        system.get(own.path()),
                        status(own, "REVOKED"))
                .map(LicencesControllerTest::withoutTrace)
                .distinct()
                .toList();

        assertEquals(1, answers.size(), answers::toString);
        assertTrue(answers.getFirst().contains("404 not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk01", "supervisor01", "auditor01", "sysadmin01", "secadmin01"})
    void isNoWorkOfOtherRoles(String account) {
        var request = marriage(Holders.citizen("卫小花"));
        var other = Caller.staff(http, account);
        assertEquals(
                "403 role-forbidden", other.put(request.path(), request.body()).problem());
        assertEquals("403 role-forbidden", other.get(request.path()).problem());
        assertEquals(
                "403 role-forbidden",
                other.post(request.path() + "/status", Map.of("status", "REVOKED", "reason", "x"))
                        .problem());
    }

    @Test
    void isNoWorkOfCitizensOrStrangers() {
        var request = marriage(Holders.citizen("蒋小花"));
        var citizen = Caller.citizen(http, Caller.WANG);
        assertEquals(
                "403 role-forbidden",
                citizen.put(request.path(), request.body()).problem());
        assertEquals(
                "401 not-signed-in",
                Caller.nobody(http).put(request.path(), request.body()).problem());
    }

    @Test
    void aKeyRepeatsTheFirstAnswerWithItsTag() {
        var request = marriage(Holders.citizen("沈小花"));
        var key = UUID.randomUUID().toString();

        var first = system.put(request.path(), request.body(), "Idempotency-Key", key);
        var second = system.put(request.path(), request.body(), "Idempotency-Key", key);

        assertEquals(201, first.status());
        assertEquals(first.body(), second.body());
        assertEquals("\"1-0\"", second.header("ETag"));
        assertEquals("true", second.header("Idempotency-Replayed"));
        request.with("certificateNumber", "另一本");
        assertEquals(
                "422 idempotency-key-reused",
                system.put(request.path(), request.body(), "Idempotency-Key", key)
                        .problem());
    }

    @Test
    void aLaterVersionIsIssuedByAChangeOnly() {
        var request = marriage(Holders.citizen("韩小花"));
        system.put(request.path(), request.body());
        var first = request.identifier();
        var second = new LicenceIdentifier(first.type(), first.issuer(), first.serial(), 2);

        var refused = system.put("/api/v1/licences/" + second, request.body());

        assertEquals(List.of("/identifier"), pointers(refused));
    }

    @Test
    void tellsTheIssuerNothingThatIsOnTheLicence() {
        var request = marriage(Holders.citizen("杨小花"));
        system.put(request.path(), request.body());
        var standing = system.get(request.path());
        assertEquals(
                List.of("effectiveAt", "identifier", "reason", "recordId", "status", "typeCode", "version"),
                standing.body().keySet().stream().sorted().toList());
        assertNotEquals(Instant.EPOCH, Instant.parse(standing.text("effectiveAt")));
    }

    private IssueRequest marriage(Holder holder) {
        return IssueRequest.of(registry, UseRequest.MARRIAGE, holder);
    }

    private Reply suspend(IssueRequest request) {
        return status(request, "SUSPENDED");
    }

    private Reply status(IssueRequest request, String status, String... headers) {
        return system.post(request.path() + "/status", Map.of("status", status, "reason", "核查"), headers);
    }

    private List<Map<String, Object>> shared(Holder holder) {
        var share = UseRequest.share().ofHolder("111", holder.code().value(), holder.name());
        return objects(system.post("/api/v1/shares", share.body()).member("licences"));
    }

    /** A type whose department is not in the system's office. */
    private LicenceType foreignType() {
        var catalogue = registry.current().catalogue();
        var offices = catalogue.offices().stream()
                .filter(office -> office.code().value().equals("37048120001"))
                .findFirst()
                .orElseThrow();
        List<DepartmentCode> own = offices.departments();
        return catalogue.types().stream()
                .filter(type -> !own.contains(type.issuer()))
                .findFirst()
                .orElseThrow();
    }

    private static Holder holderOf(LicenceType type) {
        return type.holderKind() == HolderKind.LEGAL_ENTITY ? Holders.organisation("虚拟公司") : Holders.citizen("朱小花");
    }

    private static List<Object> pointers(Reply reply) {
        return objects(reply.member("errors")).stream()
                .map(error -> error.get("pointer"))
                .toList();
    }

    private static String withoutTrace(Reply reply) {
        return reply.problem() + reply.body().toString().replaceAll("traceId=[0-9a-f]+", "");
    }
}
