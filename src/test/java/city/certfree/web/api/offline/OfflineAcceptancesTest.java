package city.certfree.web.api.offline;

import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.alarm.Alarm;
import city.certfree.access.alarm.AlarmPattern;
import city.certfree.access.alarm.Alarms;
import city.certfree.access.alarm.WatchUses;
import city.certfree.access.grant.Grantee;
import city.certfree.access.session.OpenedSessions;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.GivenGrants;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.TestClock;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a counter accepted without a network, reported when the line is back. */
@MicronautTest(transactional = false)
class OfflineAcceptancesTest implements OnDemoCity {
    private static final String PATH = "/api/v1/offline-acceptances";
    private static final Set<String> SAID = Set.of("result", "reason", "acceptedAt", "recordId", "receipt");

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    TestClock clock;

    @Inject
    WatchUses watch;

    @Inject
    Alarms alarms;

    @Inject
    Transactions transactions;

    @Inject
    AddAccount accounts;

    @Inject
    GivenGrants grants;

    @Inject
    OpenedSessions sessions;

    private Caller clerk;

    /** The service's clock stands, at a moment at which the demo's licences are valid. */
    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnDemoCity.super.getProperties());
        properties.put(
                TestClock.PROPERTY,
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString());
        return properties;
    }

    @BeforeEach
    void signIn() {
        clerk = Caller.staff(http, "clerk01");
    }

    @Test
    void countsAsUsedUpFromThen() {
        var show = show();
        var acceptedAt = clock.instant().plusMillis(20_345);
        clock.advance(Duration.ofHours(3));
        clerk = Caller.staff(http, "clerk01");
        var before = uses();
        var answer = report(acceptance(show.text("token"), acceptedAt));
        assertEquals("RECONCILED null", result(answer));
        assertEquals(SAID, answer.keySet());
        assertEquals(acceptedAt.toString(), answer.get("acceptedAt"));

        var state = citizen().get("/api/v1/me/shows/" + show.text("showId")).body();
        assertEquals("USED", state.get("state"));
        assertEquals(acceptedAt, Instant.parse(String.valueOf(state.get("usedAt"))));
        assertEquals(
                "already-used",
                clerk.post(
                                "/api/v1/show-verifications",
                                UseRequest.redeem("code", show.text("code")).body())
                        .text("reason"));

        var added = new HashMap<>(uses());
        added.keySet().removeAll(before.keySet());
        assertEquals(2, added.size(), "the acceptance, and the later attempt to use it again");
        var use = Objects.requireNonNull(added.get(answer.get("recordId")));
        assertEquals("RECONCILED", use.get("outcome"));
        assertEquals("clerk01", use.get("operator"));
    }

    @Test
    void theSameReportAgainIsTheSame() {
        var one = acceptance(show().text("token"), clock.instant());
        var first = report(one);
        var before = uses();
        var again = report(one);
        assertEquals("RECONCILED null", result(again));
        assertEquals(null, again.get("recordId"));
        assertEquals(before.keySet(), uses().keySet());
        assertEquals("RECONCILED null", result(first));

        var key = RandomId.next().toString();
        var other = List.of(acceptance(show().text("token"), clock.instant()));
        assertEquals(
                clerk.postForList(PATH, other, "Idempotency-Key", key),
                clerk.postForList(PATH, other, "Idempotency-Key", key));
    }

    @Test
    void whatWasUsedElsewhereIsAConflictAndAnAlarm() {
        var token = show().text("token");
        assertEquals("ACCEPTED null", redeemed(Caller.staff(http, "clerk01"), token));
        clock.advance(Duration.ofSeconds(2));
        var answer = report(acceptance(token, clock.instant()));
        assertEquals("CONFLICT already-used", result(answer));
        assertEquals(SAID, answer.keySet());
        watch.raise();
        var raised = transactions.read(() -> alarms.latest(100)).stream()
                .filter(alarm -> alarm.use().equals(answer.get("recordId")))
                .map(Alarm::pattern)
                .toList();
        assertEquals(List.of(AlarmPattern.OFFLINE_CONFLICT), raised);
    }

    @Test
    void ofTwoCountersWithoutANetworkOneIsInConflict() {
        var token = show().text("token");
        var there = Caller.staff(http, "clerk02");
        var at = clock.instant();
        var first = there.postForList(PATH, List.of(acceptance(token, at.plusSeconds(1))))
                .getFirst();
        assertEquals("RECONCILED null", result(first));
        assertEquals("CONFLICT already-used", result(report(acceptance(token, at.plusSeconds(2)))));
        assertEquals("CONFLICT already-used", result(report(acceptance(token, at.plusSeconds(1)))));
    }

    @Test
    void refusesWhatNoCounterShouldHaveAccepted() {
        var token = show().text("token");
        var at = clock.instant();
        clock.advance(Duration.ofMinutes(2));
        assertEquals("REFUSED expired", result(report(acceptance(token, at.plusSeconds(60)))));
        assertEquals("REFUSED malformed", result(report(acceptance("not a token", at))));
        assertEquals("REFUSED forged", result(report(acceptance(withAnotherSignature(token), at))));
        assertEquals("REFUSED item-unknown", result(report(with(acceptance(token, at), "itemCode", "S99999999999"))));
        assertEquals(
                "REFUSED licence-type-not-exempted-for-item",
                result(report(with(acceptance(token, at), "itemCode", UseRequest.BIRTH_REGISTRATION))));
        assertEquals(
                "RECONCILED null",
                result(report(
                        acceptance(token, at.truncatedTo(ChronoUnit.SECONDS).plusMillis(59_999)))));
    }

    @Test
    void refusesWhatWasBoundToAnotherItem() {
        var other = itemTaking(UseRequest.FOOD_LICENCE, UseRequest.FOOD_LICENCE_RENEWAL);
        var bound = citizen()
                .post("/api/v1/me/shows", Map.of("identifier", own(UseRequest.FOOD_LICENCE), "itemCode", other))
                .text("token");
        assertEquals("REFUSED wrong-item", result(report(acceptance(bound, clock.instant()))));
        assertEquals("RECONCILED null", result(report(with(acceptance(bound, clock.instant()), "itemCode", other))));
    }

    @Test
    void refusesWhatNeedsTheNetwork() {
        var type = DemoCitizen.IDENTITY_CARD.value();
        var token = citizen()
                .post("/api/v1/me/shows", Map.of("identifier", own(type)))
                .text("token");
        var one = with(acceptance(token, clock.instant()), "itemCode", itemTaking(type, ""));
        assertEquals("REFUSED network-needed", result(report(one)));
    }

    @Test
    void refusesWhatTheClerkCannotHaveAccepted() {
        var token = show().text("token");
        var shownAt = clock.instant();
        clock.advance(Duration.ofSeconds(10));
        var late = newClerk();
        assertEquals(
                "REFUSED outside-shift",
                result(late.postForList(PATH, List.of(acceptance(token, shownAt.plusSeconds(4))))
                        .getFirst()));
        assertEquals(
                "REFUSED outside-shift",
                result(late.postForList(
                                PATH, List.of(acceptance(token, clock.instant().plusMillis(5_001))))
                        .getFirst()));
        assertEquals(
                "RECONCILED null",
                result(late.postForList(PATH, List.of(acceptance(token, shownAt.plusSeconds(5))))
                        .getFirst()));
    }

    @Test
    void takesReportsForAWeekAndNoLonger() {
        var inTime = show().text("token");
        var tooLate = show().text("token");
        var at = clock.instant();
        clock.advance(Duration.ofDays(7));
        clerk = Caller.staff(http, "clerk01");
        assertEquals("RECONCILED null", result(report(acceptance(inTime, at))));
        clock.advance(Duration.ofMillis(1));
        assertEquals("REFUSED outside-shift", result(report(acceptance(tooLate, at))));
    }

    @Test
    void answersEachInItsPlace() {
        var good = show().text("token");
        var at = clock.instant();
        var answers = clerk.postForList(
                PATH, List.of(acceptance("x.y.z", at), acceptance(good, at), acceptance(good, at.plusMillis(7))));
        assertEquals(
                List.of("REFUSED malformed", "RECONCILED null", "CONFLICT already-used"),
                answers.stream().map(OfflineAcceptancesTest::result).toList());
    }

    @Test
    void takesAllOrNothingOfWhatCannotBeRead() {
        var token = show().text("token");
        var good = acceptance(token, clock.instant());
        assertEquals("400 invalid-value", clerk.post(PATH, List.of()).problem());
        assertEquals("400 invalid-value", clerk.post(PATH, good).problem());
        assertEquals("400 malformed-json", clerk.post(PATH, "[").problem());
        assertEquals(
                "400 invalid-value",
                clerk.post(PATH, Collections.nCopies(101, good)).problem());
        var wrong = clerk.post(PATH, List.of(good, with(good, "acceptedAt", "yesterday"), with(good, "purpose", " ")));
        assertEquals("400 invalid-value", wrong.problem());
        assertEquals(
                List.of("/1/acceptedAt", "/2/purpose"),
                objects(wrong.member("errors")).stream()
                        .map(e -> e.get("pointer"))
                        .toList());
        assertEquals(
                "400 unknown-property",
                clerk.post(PATH, List.of(with(good, "verdict", "x"))).problem());
        assertEquals("RECONCILED null", result(report(good)), "nothing was done before");
    }

    @Test
    void isForClerks() {
        var one = List.of(acceptance(show().text("token"), clock.instant()));
        assertEquals("401 not-signed-in", Caller.nobody(http).post(PATH, one).problem());
        assertEquals("403 role-forbidden", Caller.system(http).post(PATH, one).problem());
        assertEquals("403 role-forbidden", citizen().post(PATH, one).problem());
    }

    /** One whose first session begins now. */
    private Caller newClerk() {
        var office = new OfficeCode("37049971001");
        grants.grantAll(Grantee.office(office), office);
        accounts.add(new NewAccount("late-clerk", Role.CLERK, office, NewPassword.random(), true));
        return Caller.withSession(http, sessions.ofAccount("late-clerk"));
    }

    private Map<String, Object> acceptance(String token, Instant at) {
        var body = new LinkedHashMap<String, Object>();
        body.put("token", token);
        body.put("acceptedAt", at.toString());
        body.put("itemCode", UseRequest.FOOD_LICENCE_RENEWAL);
        body.put("caseNumber", "BJ-OFFLINE-1");
        body.put("purpose", "离线受理");
        return body;
    }

    private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(member, value);
        return changed;
    }

    private Map<String, Object> report(Map<String, Object> acceptance) {
        return clerk.postForList(PATH, List.of(acceptance)).getFirst();
    }

    private static String result(Map<String, Object> answer) {
        return answer.get("result") + " " + answer.get("reason");
    }

    private static String redeemed(Caller clerk, String token) {
        var reply = clerk.post(
                "/api/v1/show-verifications", UseRequest.redeem("token", token).body());
        return reply.text("verdict") + " " + reply.text("reason");
    }

    private Caller citizen() {
        return Caller.citizen(http, Caller.WANG);
    }

    private Caller.Reply show() {
        return citizen().post("/api/v1/me/shows", Map.of("identifier", own(UseRequest.FOOD_LICENCE)));
    }

    private String own(String type) {
        return objects(citizen().get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), type))
                .map(l -> String.valueOf(l.get("identifier")))
                .findFirst()
                .orElseThrow();
    }

    /** By the record, since a receipt grows with the log. */
    private Map<Object, Map<String, Object>> uses() {
        return objects(citizen().get("/api/v1/me/uses?limit=200").member("items")).stream()
                .collect(Collectors.toMap(u -> Objects.requireNonNull(u.get("recordId")), u -> u));
    }

    private String itemTaking(String type, String otherThan) {
        var items = Caller.nobody(http).get("/api/v1/items?channel=SHOW&licenceTypeCode=" + type);
        return objects(items.member("items")).stream()
                .map(i -> String.valueOf(i.get("itemCode")))
                .filter(code -> !code.equals(otherThan))
                .findFirst()
                .orElseThrow();
    }

    private static String withAnotherSignature(String token) {
        int dot = token.lastIndexOf('.');
        char first = token.charAt(dot + 1);
        return token.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + token.substring(dot + 2);
    }
}
