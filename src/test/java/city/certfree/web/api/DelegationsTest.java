package city.certfree.web.api;

import static city.certfree.fixture.UseRequest.object;
import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.LegalBasis;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Caller.Reply;
import city.certfree.fixture.Holders;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.licence.Holder;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A citizen lets another show one licence for one item, and takes it back. */
@MicronautTest(transactional = false)
@Property(name = "spec.name", value = "DelegationsTest")
class DelegationsTest implements OnDemoCity {
    private static final String PATH = "/api/v1/me/delegations";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    AccessLog log;

    @Inject
    Clock serviceClock;

    private TestClock clock;
    private Caller principal;

    @BeforeAll
    void signIn() {
        clock = (TestClock) serviceClock;
        principal = Caller.citizen(http, Caller.WANG);
    }

    @Test
    void theAgentShowsItAndTheCounterSeesBothNamesMasked() {
        var agent = Holders.citizen("李代办");
        var given = principal.post(PATH, to(agent));
        assertEquals(201, given.status(), given.body()::toString);
        assertEquals("IN_FORCE", given.text("state"));
        assertEquals("李*办", given.text("agentName"));

        var show = show(agent);
        assertEquals(201, show.status(), show.body()::toString);
        var redeemed = redeem(show, agent.code().value());
        assertEquals("ACCEPTED", redeemed.text("verdict"));
        assertEquals("李*办", redeemed.text("agent"));
        assertEquals(true, redeemed.member("holderMatch"));
        var holder = objects(object(redeemed.member("licence")).get("holders")).getFirst();
        assertTrue(String.valueOf(holder.get("name")).startsWith("枣*"), holder::toString);

        var record = log.find(RecordId.parse(redeemed.text("recordId"))).orElseThrow();
        assertEquals(LegalBasis.DELEGATED, record.basis());
        assertTrue(uses(principal).contains(redeemed.text("recordId")), "the principal sees the use");
        assertFalse(uses(as(agent)).contains(redeemed.text("recordId")), "it is no use of a licence of the agent's");
    }

    @Test
    void theCardOfThePrincipalIsNotThatOfTheOneAtTheCounter() {
        var agent = Holders.citizen("孙代办");
        principal.post(PATH, to(agent));
        assertEquals(false, redeem(show(agent), Caller.WANG).member("holderMatch"));
    }

    @Test
    void whatTheHolderShowsNamesNoAgent() {
        var show = principal.post("/api/v1/me/shows", Map.of("identifier", foodLicence()));
        assertFalse(redeem(show, Caller.WANG).body().get("agent") instanceof String);
    }

    @Test
    void bothSidesSeeIt() {
        var agent = Holders.citizen("周代办");
        var id = principal.post(PATH, to(agent)).text("delegationId");
        assertEquals("GIVEN IN_FORCE", seen(principal, id));
        assertEquals("RECEIVED IN_FORCE", seen(as(agent), id));
        assertEquals("", seen(as(Holders.citizen("吴旁人")), id));
    }

    @Test
    void revokedItIsWorthNothingAtOnceEvenWhatIsHeldOut() {
        var agent = Holders.citizen("郑代办");
        var id = principal.post(PATH, to(agent)).text("delegationId");
        var heldOut = show(agent);
        assertEquals(204, delete(principal, id).status());
        assertEquals("expired", redeem(heldOut, agent.code().value()).text("reason"));
        assertEquals("404 not-found", show(agent).problem());
        assertEquals("GIVEN REVOKED", seen(principal, id));
        assertEquals("", seen(as(agent), id));
        assertEquals(204, delete(principal, id).status(), "again does nothing more");
    }

    @Test
    void itEndsByItself() {
        var agent = Holders.citizen("冯代办");
        var wish = to(agent);
        wish.put("validUntil", clock.instant().plusSeconds(30).toString());
        var id = principal.post(PATH, wish).text("delegationId");
        var heldOut = show(agent);
        clock.advance(Duration.ofSeconds(30));
        assertEquals("expired", redeem(heldOut, agent.code().value()).text("reason"));
        assertEquals("404 not-found", show(agent).problem());
        assertEquals("GIVEN ENDED", seen(principal, id));
    }

    @Test
    void itIsForItsItemAlone() {
        var agent = Holders.citizen("陈代办");
        principal.post(PATH, to(agent));
        var show = show(agent);
        var other = UseRequest.redeem("token", show.text("token")).with("itemCode", otherItem());
        assertEquals(
                "wrong-item",
                Caller.staff(http, "clerk01")
                        .post("/api/v1/show-verifications", other.body())
                        .text("reason"));
        assertEquals(
                "404 not-found",
                as(agent)
                        .post("/api/v1/me/shows", Map.of("identifier", foodLicence(), "itemCode", otherItem()))
                        .problem());
    }

    @Test
    void onlyThePrincipalRevokesIt() {
        var agent = Holders.citizen("楚代办");
        var id = principal.post(PATH, to(agent)).text("delegationId");
        assertEquals("404 not-found", delete(as(agent), id).problem());
        assertEquals("404 not-found", delete(principal, "none").problem());
        assertEquals(201, show(agent).status());
    }

    @Test
    void whatCannotBeDelegatedIsRefusedByName() {
        var agent = Holders.citizen("魏代办");
        assertRefused("400 invalid-value", "/agent/code", agent, wish -> wish.put("agent", named(Caller.WANG, "王小明")));
        assertRefused(
                "400 invalid-value",
                "/agent/name",
                agent,
                wish -> wish.put("agent", named(agent.code().value(), " ")));
        assertRefused(
                "400 holder-code-invalid",
                "/agent/code",
                agent,
                wish -> wish.put("agent", named("370499199001010016", "魏代办")));
        assertRefused(
                "400 invalid-value",
                "/validUntil",
                agent,
                wish -> wish.put("validUntil", clock.instant().toString()));
        assertRefused(
                "400 invalid-value",
                "/validUntil",
                agent,
                wish -> wish.put(
                        "validUntil", clock.instant().plus(Duration.ofDays(367)).toString()));
        assertRefused("400 invalid-value", "/validUntil", agent, wish -> wish.put("validUntil", "tomorrow"));
        var unknown = to(agent);
        unknown.put("itemCode", "S99999999999");
        assertEquals("403 item-unknown", principal.post(PATH, unknown).problem());
        var passport = to(agent);
        passport.put("identifier", own(DemoCitizen.PASSPORT.value()));
        assertEquals(
                "403 licence-type-not-exempted-for-item",
                principal.post(PATH, passport).problem());
        var strangers = Caller.citizen(http, agent.code().value()).post(PATH, to(Holders.citizen("卫某")));
        assertEquals("404 not-found", strangers.problem());
        assertEquals("404 not-found", show(agent).problem(), "nothing was delegated");
    }

    @Test
    void givesTheSameAnswerForTheSameKey() {
        var wish = to(Holders.citizen("蒋代办"));
        var key = RandomId.next().toString();
        var first = principal.post(PATH, wish, "Idempotency-Key", key);
        var again = principal.post(PATH, wish, "Idempotency-Key", key);
        assertEquals(first.body(), again.body());
        assertEquals("true", again.header("Idempotency-Replayed"));
    }

    private static List<Object> uses(Caller citizen) {
        return objects(citizen.get("/api/v1/me/uses?limit=200").member("items")).stream()
                .map(use -> use.get("recordId"))
                .toList();
    }

    private void assertRefused(String problem, String pointer, Holder agent, Consumer<Map<String, Object>> change) {
        var wish = to(agent);
        change.accept(wish);
        var refused = principal.post(PATH, wish);
        assertEquals(problem, refused.problem());
        assertEquals(
                List.of(pointer),
                objects(refused.member("errors")).stream()
                        .map(error -> error.get("pointer"))
                        .toList());
    }

    private Map<String, Object> to(Holder agent) {
        var wish = new HashMap<String, Object>();
        wish.put("identifier", foodLicence());
        wish.put("itemCode", UseRequest.FOOD_LICENCE_RENEWAL);
        wish.put("agent", named(agent.code().value(), agent.name()));
        wish.put("validUntil", clock.instant().plus(Duration.ofDays(7)).toString());
        return wish;
    }

    private static Map<String, Object> named(String code, String name) {
        return Map.of("codeType", "111", "code", code, "name", name);
    }

    private Caller as(Holder citizen) {
        return Caller.citizen(http, citizen.code().value());
    }

    private Reply show(Holder agent) {
        return as(agent).post("/api/v1/me/shows", Map.of("identifier", foodLicence()));
    }

    private Reply redeem(Reply show, String card) {
        return Caller.staff(http, "clerk01")
                .post(
                        "/api/v1/show-verifications",
                        UseRequest.redeem("token", show.text("token"))
                                .with("holderCode", card)
                                .body());
    }

    private static Reply delete(Caller caller, String id) {
        return caller.send(HttpRequest.DELETE(PATH + "/" + id));
    }

    /** How a citizen sees a delegation; empty: not at all. */
    private static String seen(Caller citizen, String id) {
        return objects(citizen.get(PATH).member("items")).stream()
                .filter(d -> Objects.equals(d.get("delegationId"), id))
                .map(d -> d.get("direction") + " " + d.get("state"))
                .findFirst()
                .orElse("");
    }

    private String foodLicence() {
        return own(UseRequest.FOOD_LICENCE);
    }

    private String own(String type) {
        return objects(principal.get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), type))
                .map(l -> String.valueOf(l.get("identifier")))
                .findFirst()
                .orElseThrow();
    }

    private String otherItem() {
        return objects(Caller.nobody(http)
                        .get("/api/v1/items?channel=SHOW&licenceTypeCode=" + UseRequest.FOOD_LICENCE)
                        .member("items"))
                .stream()
                .map(i -> String.valueOf(i.get("itemCode")))
                .filter(code -> !code.equals(UseRequest.FOOD_LICENCE_RENEWAL))
                .findFirst()
                .orElseThrow();
    }

    /** Stands at the moment of the start, so that the demo's licences are valid. */
    @Factory
    @Requires(property = "spec.name", value = "DelegationsTest")
    static final class Clocks {
        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            // A second on: another test may have loaded the same city within this one, and a session is not to be older
            // than its account.
            return new TestClock(Instant.now(Clock.systemUTC())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusSeconds(1));
        }
    }
}
