package city.certfree.web.api;

import static city.certfree.fixture.UseRequest.object;
import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Issuers;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.licence.ChangeStatus;
import city.certfree.licence.LicenceStatus;
import city.certfree.token.ShowCode;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SHOW from the phone to the counter. */
@MicronautTest(transactional = false)
@Property(name = "spec.name", value = "ShowsTest")
class ShowsTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    ChangeStatus changeStatus;

    @Inject
    AccessLog log;

    @Inject
    Clock serviceClock;

    private TestClock clock;

    @BeforeAll
    void takeTheClock() {
        clock = (TestClock) serviceClock;
    }

    @Test
    void isAcceptedOnceByTokenOrByCode() {
        var show = show(Map.of("identifier", foodLicence()));
        assertEquals(201, show.status());
        var accepted = redeem("token", show.text("token"));
        assertEquals("ACCEPTED null", verdict(accepted));
        assertEquals("REJECTED already-used", verdict(redeem("token", show.text("token"))));
        assertEquals("REJECTED already-used", verdict(redeem("code", show.text("code"))));

        var byCode = show(Map.of("identifier", foodLicence()));
        assertEquals("ACCEPTED null", verdict(redeem("code", grouped(byCode.text("code")))));
        assertEquals("REJECTED already-used", verdict(redeem("token", byCode.text("token"))));
    }

    @Test
    void tellsThePhoneWhatBecameOfIt() {
        var citizen = citizen();
        var show = citizen.post("/api/v1/me/shows", Map.of("identifier", foodLicence()));
        var path = "/api/v1/me/shows/" + show.text("showId");
        assertEquals(Map.of("state", "OPEN"), citizen.get(path).body());
        redeem("code", show.text("code"));
        var used = citizen.get(path).body();
        assertEquals("USED", used.get("state"));
        assertTrue(String.valueOf(used.get("usedAt")).endsWith("Z"));
        assertTrue(String.valueOf(used.get("office")).matches("[0-9]{11}"));

        var other = Caller.citizen(http, DemoCitizen.spouse().code().value());
        assertEquals("404 not-found", other.get(path).problem());
        assertEquals("404 not-found", citizen.get("/api/v1/me/shows/none").problem());
    }

    @Test
    void showsWhatTheItemNeedsAndTheCitizenAgreedTo() {
        var all = redeem("token", show(Map.of("identifier", foodLicence())).text("token"));
        var licence = object(all.member("licence"));
        assertEquals(
                DemoCitizen.FOOD_LICENCE_NUMBER,
                object(licence.get("attributes")).get("licenseNo"));
        assertTrue(String.valueOf(objects(licence.get("holders")).getFirst().get("name"))
                .contains("*"));

        var some = redeem(
                "token",
                show(Map.of("identifier", foodLicence(), "fields", List.of("licenseNo")))
                        .text("token"));
        assertEquals(
                Map.of("licenseNo", DemoCitizen.FOOD_LICENCE_NUMBER),
                object(some.member("licence")).get("attributes"));
    }

    @Test
    void comparesTheIdentityCardOfThePersonAtTheCounter() {
        var his = redeem(UseRequest.redeem("token", token()).with("holderCode", Caller.WANG));
        assertEquals(true, his.member("holderMatch"));
        var hers = redeem(UseRequest.redeem("token", token())
                .with("holderCode", DemoCitizen.spouse().code().value()));
        assertEquals(false, hers.member("holderMatch"));
        assertNull(redeem(UseRequest.redeem("token", token())).member("holderMatch"));
        assertEquals(
                "400 holder-code-invalid",
                redeem(UseRequest.redeem("token", token()).with("holderCode", "370499199001010016"))
                        .problem());
    }

    @Test
    void j27_endsAfterSixtySeconds() {
        var show = show(Map.of("identifier", foodLicence()));
        clock.advance(Duration.ofSeconds(60));
        assertEquals("REJECTED expired", verdict(redeem("token", show.text("token"))));
        assertEquals("REJECTED expired", verdict(redeem("code", show.text("code"))));
        var later = show(Map.of("identifier", foodLicence()));
        clock.advance(Duration.ofSeconds(60).minusMillis(1));
        assertEquals("ACCEPTED null", verdict(redeem("token", later.text("token"))));
    }

    @Test
    void leavesItUnusedWhenTheItemIsTheObstacle() {
        var show = show(Map.of("identifier", foodLicence()));
        var request = UseRequest.redeem("token", show.text("token"));
        assertEquals(
                "403 item-unknown",
                redeem(request.with("itemCode", "S99999999999")).problem());
        assertEquals(
                "403 licence-type-not-exempted-for-item",
                redeem(request.with("itemCode", UseRequest.BIRTH_REGISTRATION)).problem());
        assertEquals("ACCEPTED null", verdict(redeem(request.with("itemCode", UseRequest.FOOD_LICENCE_RENEWAL))));
    }

    @Test
    void j27_isOnlyForTheItemThatItIsBoundTo() {
        var items = objects(Caller.nobody(http)
                .get("/api/v1/items?channel=SHOW&licenceTypeCode=" + UseRequest.FOOD_LICENCE)
                .member("items"));
        var other = items.stream()
                .map(i -> String.valueOf(i.get("itemCode")))
                .filter(code -> !code.equals(UseRequest.FOOD_LICENCE_RENEWAL))
                .findFirst()
                .orElseThrow();
        var show = show(Map.of("identifier", foodLicence(), "itemCode", other));
        assertEquals("REJECTED wrong-item", verdict(redeem("token", show.text("token"))));
        assertEquals(
                "ACCEPTED null",
                verdict(redeem(UseRequest.redeem("token", show.text("token")).with("itemCode", other))));
    }

    @Test
    void j33_isRejectedWhenTheLicenceIsNotValidAnyMore() {
        var show = show(Map.of("identifier", foodLicence()));
        var identifier = LicenceIdentifier.parse(foodLicence());
        log.append(changeStatus.change(Issuers.OF_SAMPLE_CITY, identifier, Issuers.status(LicenceStatus.SUSPENDED)));
        assertEquals("REJECTED licence-not-valid", verdict(redeem("token", show.text("token"))));
        log.append(changeStatus.change(Issuers.OF_SAMPLE_CITY, identifier, Issuers.status(LicenceStatus.VALID)));
        assertEquals("ACCEPTED null", verdict(redeem("token", show.text("token"))));
    }

    @Test
    void tellsWhatIsWrongWithWhatWasHeldOut() {
        var token = token();
        assertEquals("REJECTED malformed", verdict(redeem("token", "not a token")));
        assertEquals("REJECTED malformed", verdict(redeem("token", token + "=")));
        assertEquals("REJECTED forged", verdict(redeem("token", withAnotherSignature(token))));
        assertEquals("REJECTED unknown", verdict(redeem("code", ShowCode.next().digits())));
        assertEquals("REJECTED malformed", verdict(redeem("code", "77000000000000000001")));
    }

    @Test
    void takesATokenForNoCodeAndACodeForNoToken() {
        var show = show(Map.of("identifier", foodLicence()));
        assertEquals("400 invalid-value", redeem("token", show.text("code")).problem());
        assertEquals("400 invalid-value", redeem("code", show.text("token")).problem());
        assertEquals(
                "400 invalid-value",
                redeem(UseRequest.redeem("token", show.text("token")).with("code", show.text("code")))
                        .problem());
        assertEquals(
                "400 invalid-value",
                redeem(UseRequest.redeem("token", show.text("token")).without("token"))
                        .problem());
    }

    @Test
    void q04_locksACallerThatGuessesCodes() {
        var guesser = Caller.staff(http, "clerk02");
        for (int i = 0; i < 10; i++) {
            var guess = UseRequest.redeem("code", ShowCode.next().digits()).body();
            assertEquals("REJECTED unknown", verdict(guesser.post("/api/v1/show-verifications", guess)));
        }
        var right = UseRequest.redeem(
                "code", show(Map.of("identifier", foodLicence())).text("code"));
        var locked = guesser.post("/api/v1/show-verifications", right.body());
        assertEquals("429 too-many-attempts", locked.problem());
        assertTrue(Integer.parseInt(locked.header("Retry-After")) > 0);
        assertEquals("ACCEPTED null", verdict(redeem(right)));
    }

    @Test
    void isNotMadeOfWhatNobodyTakesOrNobodyHolds() {
        var passport = own(DemoCitizen.PASSPORT.value());
        assertEquals(
                "403 channel-not-offered", show(Map.of("identifier", passport)).problem());
        var stranger = Caller.citizen(http, DemoCitizen.spouse().code().value())
                .post("/api/v1/me/shows", Map.of("identifier", foodLicence()));
        assertEquals("404 not-found", stranger.problem());
        assertEquals(
                "403 item-unknown",
                show(Map.of("identifier", foodLicence(), "itemCode", "S99999999999"))
                        .problem());
        assertEquals(
                "400 invalid-value",
                show(Map.of("identifier", foodLicence(), "fields", List.of("shoeSize")))
                        .problem());
        assertEquals("400 invalid-value", show(Map.of("identifier", "1.2.3")).problem());
        assertEquals(
                "403 role-forbidden",
                Caller.staff(http, "clerk01")
                        .post("/api/v1/me/shows", Map.of("identifier", foodLicence()))
                        .problem());
    }

    @Test
    void hidesTheTokenOfASensitiveTypeFromCameras() {
        var card = show(Map.of("identifier", own(DemoCitizen.IDENTITY_CARD.value())));
        var food = show(Map.of("identifier", foodLicence()));
        assertEquals(201, card.status());
        assertTrue(side(card) < side(food), "20 digits make a smaller code than a token");
    }

    @Test
    void makesOneShowOfOneKey() {
        var body = Map.of("identifier", foodLicence());
        var citizen = citizen();
        var key = RandomId.next().toString();
        var first = citizen.post("/api/v1/me/shows", body, "Idempotency-Key", key);
        var again = citizen.post("/api/v1/me/shows", body, "Idempotency-Key", key);
        assertEquals(first.body(), again.body());
        assertFalse(first.headers().contains("Idempotency-Replayed"));
        assertEquals("true", again.headers().get("Idempotency-Replayed"));
    }

    private Caller citizen() {
        return Caller.citizen(http, Caller.WANG);
    }

    private Caller.Reply show(Map<String, ?> body) {
        return citizen().post("/api/v1/me/shows", body);
    }

    String token() {
        return show(Map.of("identifier", foodLicence())).text("token");
    }

    private String foodLicence() {
        return own(UseRequest.FOOD_LICENCE);
    }

    private String own(String type) {
        return objects(citizen().get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), type))
                .map(l -> String.valueOf(l.get("identifier")))
                .findFirst()
                .orElseThrow();
    }

    Caller.Reply redeem(String member, String presented) {
        return redeem(UseRequest.redeem(member, presented));
    }

    private Caller.Reply redeem(UseRequest request) {
        return Caller.staff(http, "clerk01").post("/api/v1/show-verifications", request.body());
    }

    static String verdict(Caller.Reply reply) {
        return reply.text("verdict") + " " + reply.text("reason");
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static int side(Caller.Reply show) {
        return Integer.parseInt(show.text("qrSvg").replaceFirst(".*viewBox=\"0 0 ([0-9]+) .*", "$1"));
    }

    private static String withAnotherSignature(String token) {
        int dot = token.lastIndexOf('.');
        char first = token.charAt(dot + 1);
        return token.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + token.substring(dot + 2);
    }

    /** Stands at the moment of the start, so that the demo's licences are valid. */
    @Factory
    @Requires(property = "spec.name", value = "ShowsTest")
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
