package city.certfree.web.api.complaint;

import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import city.certfree.access.alarm.Alarm;
import city.certfree.access.alarm.AlarmPattern;
import city.certfree.access.alarm.Alarms;
import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.ComplaintNumber;
import city.certfree.supervision.complaint.ComplaintText;
import city.certfree.supervision.complaint.Grievance;
import city.certfree.supervision.complaint.MaterialName;
import city.certfree.supervision.complaint.ReadOwnComplaints;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** «This was not me», and «they still asked me for paper». */
@MicronautTest(transactional = false)
class ComplaintsTest implements OnDemoCity {
    private static final String COMPLAINTS = "/api/v1/me/complaints";
    private static final String OTHER_CITIZEN = "370499199203050023";
    private static final String OFFICE = "37040010001";
    private static final HolderCode WANG = HolderCode.ofCitizen(Caller.WANG);

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    ReadOwnComplaints own;

    @Inject
    Alarms alarms;

    @Inject
    Transactions transactions;

    private Caller citizen;

    @BeforeAll
    void signIn() {
        citizen = Caller.citizen(http, Caller.WANG);
    }

    @Test
    void paperThatWasAskedForIsAcknowledgedWithANumberAndKept() {
        var reply = citizen.post(
                COMPLAINTS,
                Map.of(
                        "kind", "ASKED_FOR_PAPER",
                        "itemCode", UseRequest.BIRTH_REGISTRATION,
                        "officeCode", OFFICE,
                        "materialName", "结婚证复印件",
                        "text", "<script>alert(1)</script> 说没有复印件不给办"));
        assertEquals(201, reply.status());
        assertEquals("no-store", reply.header("Cache-Control"));
        var kept = kept(reply);
        assertEquals(kept.receivedAt(), Instant.parse(reply.text("receivedAt")));
        assertEquals(
                new Grievance.AskedForPaper(
                        new ItemCode(UseRequest.BIRTH_REGISTRATION),
                        new OfficeCode(OFFICE),
                        new MaterialName("结婚证复印件")),
                kept.about());
        assertEquals(new ComplaintText("<script>alert(1)</script> 说没有复印件不给办"), kept.text());
    }

    @Test
    void theItemAloneIsEnough() {
        var reply = citizen.post(COMPLAINTS, paper());
        assertEquals(201, reply.status());
        assertEquals(
                new Grievance.AskedForPaper(new ItemCode(UseRequest.BIRTH_REGISTRATION), null, null),
                kept(reply).about());
    }

    @Test
    void aUseThatWasNotTheCitizensAlarmsTheSupervisorWithTheSameAct() {
        var use = use();
        var reply = citizen.post(COMPLAINTS, Map.of("kind", "NOT_ME", "recordId", use, "text", "那天我不在"));
        assertEquals(201, reply.status());
        assertEquals(new Grievance.NotMe(RecordId.parse(use)), kept(reply).about());
        var alarm = alarmsOf(use);
        assertEquals(1, alarm.size());
        assertEquals(AlarmPattern.REPORTED, alarm.getFirst().pattern());
        assertEquals("那天我不在", alarm.getFirst().words());
    }

    @Test
    void wordsAreNotNeeded() {
        var use = use();
        assertEquals(
                201,
                citizen.post(COMPLAINTS, Map.of("kind", "NOT_ME", "recordId", use))
                        .status());
        assertEquals(1, alarmsOf(use).size());
    }

    @Test
    void h01_anothersUseAnswersLikeOneThatIsNotThere() {
        var stranger = Caller.citizen(http, OTHER_CITIZEN);
        var use = use();
        var foreign = stranger.post(COMPLAINTS, Map.of("kind", "NOT_ME", "recordId", use));
        var absent = stranger.post(
                COMPLAINTS, Map.of("kind", "NOT_ME", "recordId", RandomId.next().toString()));
        assertEquals("404 not-found", foreign.problem());
        assertEquals(withoutTrace(absent.body()), withoutTrace(foreign.body()));
        assertEquals(List.of(), alarmsOf(use));
    }

    @Test
    void theSameKeyIsOneComplaintAndOneAlarm() {
        var body = Map.of("kind", "NOT_ME", "recordId", use(), "text", "一次");
        var key = "key-" + RandomId.next();
        var first = citizen.post(COMPLAINTS, body, "Idempotency-Key", key);
        var again = citizen.post(COMPLAINTS, body, "Idempotency-Key", key);
        assertEquals(201, again.status());
        assertEquals(first.body(), again.body());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(1, alarmsOf(String.valueOf(body.get("recordId"))).size());
        assertEquals(
                "422 idempotency-key-reused",
                citizen.post(COMPLAINTS, paper(), "Idempotency-Key", key).problem());
    }

    @Test
    void withoutAKeyEachIsAnother() {
        assertNotEquals(
                citizen.post(COMPLAINTS, paper()).text("complaintNumber"),
                citizen.post(COMPLAINTS, paper()).text("complaintNumber"));
    }

    @Test
    void whatIsRefusedFreesItsKey() {
        var key = "key-" + RandomId.next();
        var absent = Map.of("kind", "NOT_ME", "recordId", RandomId.next().toString());
        assertEquals(
                "404 not-found",
                citizen.post(COMPLAINTS, absent, "Idempotency-Key", key).problem());
        assertEquals(
                201, citizen.post(COMPLAINTS, paper(), "Idempotency-Key", key).status());
    }

    /** The problem names the field, and repeats nothing of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                        | /kind",
                "{\"kind\":\"OTHER\"}                                                      | /kind",
                "{\"kind\":\"not_me\"}                                                     | /kind",
                "{\"kind\":\"NOT_ME\"}                                                     | /recordId",
                "{\"kind\":\"NOT_ME\",\"recordId\":\"none\"}                               | /recordId",
                "{\"kind\":\"NOT_ME\",\"recordId\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"itemCode\":\"S1\"}      | /itemCode",
                "{\"kind\":\"NOT_ME\",\"recordId\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"officeCode\":\"1\"}     | /officeCode",
                "{\"kind\":\"NOT_ME\",\"recordId\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"materialName\":\"证\"} | /materialName",
                "{\"kind\":\"NOT_ME\",\"recordId\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"text\":\" \"}           | /text",
                "{\"kind\":\"ASKED_FOR_PAPER\"}                                            | /itemCode",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"<i>\"}                       | /itemCode",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S00000000000\"}              | /itemCode",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S07110500013\",\"recordId\":\"AAAAAAAAAAAAAAAAAAAAAA\"} | /recordId",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S07110500013\",\"officeCode\":\"hall\"}        | /officeCode",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S07110500013\",\"officeCode\":\"99999999999\"} | /officeCode",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S07110500013\",\"materialName\":\"370499199001010015\"} | /materialName",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S07110500013\",\"text\":\"我是370499199001010015\"} | /text",
                "{\"kind\":\"ASKED_FOR_PAPER\",\"itemCode\":\"S07110500013\",\"text\":\"a\\u0007\"}          | /text"
            })
    void refusesABody(String body, String pointer) {
        var reply = citizen.post(COMPLAINTS, body);
        assertEquals("400 invalid-value", reply.problem());
        assertEquals(
                List.of(pointer),
                objects(reply.member("errors")).stream()
                        .map(error -> error.get("pointer"))
                        .toList());
        assertFalse(reply.body().toString().contains("370499199001010015"));
    }

    @Test
    void wordsAreCountedAsPeopleCountThem() {
        var body = new HashMap<String, Object>(paper());
        body.put("text", "𬭎".repeat(200));
        assertEquals(201, citizen.post(COMPLAINTS, body).status());
        body.put("text", "𬭎".repeat(201));
        body.put("materialName", "𬭎".repeat(101));
        assertEquals(
                List.of("/text", "/materialName"),
                objects(citizen.post(COMPLAINTS, body).member("errors")).stream()
                        .map(error -> error.get("pointer"))
                        .toList());
        body.put("materialName", "𬭎".repeat(100));
        assertEquals("400 invalid-value", citizen.post(COMPLAINTS, body).problem());
    }

    @Test
    void isForCitizensOnly() {
        assertEquals(
                "401 not-signed-in",
                Caller.nobody(http).post(COMPLAINTS, paper()).problem());
        assertEquals(
                "403 role-forbidden",
                Caller.staff(http, "clerk01").post(COMPLAINTS, paper()).problem());
        assertEquals(
                "403 role-forbidden",
                Caller.system(http).post(COMPLAINTS, paper()).problem());
    }

    private static Map<String, Object> paper() {
        return Map.of("kind", "ASKED_FOR_PAPER", "itemCode", UseRequest.BIRTH_REGISTRATION);
    }

    /** A use of the citizen's own certificate of no criminal record, whatever came of it. */
    private String use() {
        return Caller.staff(http, "clerk01")
                .post("/api/v1/verifications", UseRequest.verify(Map.of()).body())
                .text("recordId");
    }

    private Complaint kept(Caller.Reply reply) {
        return own.one(WANG, new ComplaintNumber(reply.text("complaintNumber"))).orElseThrow();
    }

    private List<Alarm> alarmsOf(String use) {
        return transactions.read(() -> alarms.latest(100)).stream()
                .filter(alarm -> alarm.use().equals(use))
                .toList();
    }

    private static Map<String, Object> withoutTrace(Map<String, Object> problem) {
        var rest = new HashMap<>(problem);
        rest.remove("traceId");
        return rest;
    }
}
