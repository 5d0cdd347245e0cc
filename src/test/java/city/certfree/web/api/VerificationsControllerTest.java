package city.certfree.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import city.certfree.audit.AccessLog;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Issuers;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.ChangeStatus;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.intake.FeedFormat;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.licence.intake.LicenceFeeds;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class VerificationsControllerTest implements OnDemoCity {
    private static final String UNKNOWN_PERSON = "370499196002299013";

    private static final String NUMBER = DemoCitizen.NO_CRIMINAL_RECORD_NUMBER;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    ChangeStatus changeStatus;

    @Inject
    AccessLog log;

    @Inject
    LicenceFeeds feeds;

    @Inject
    ImportLicences importLicences;

    private Caller system;
    private Caller clerk;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
        clerk = Caller.staff(http, "clerk01");
    }

    @Test
    void confirmsWhatIsTrue() {
        var answer = verify(system, Map.of("certificateNumber", NUMBER, "queryResult", "未发现犯罪记录"));
        assertEquals("0 MATCH_VALID", result(answer));
        assertEquals(
                Map.of("certificateNumber", "MATCH", "queryResult", "MATCH"),
                answer.body().get("fields"));
    }

    @Test
    void namesTheClaimsThatDiffer() {
        var answer = verify(Caller.staff(http, "clerk02"), Map.of("certificateNumber", NUMBER, "queryResult", "有犯罪记录"));
        assertEquals("7 MISMATCH", result(answer));
        assertEquals(
                Map.of("certificateNumber", "MATCH", "queryResult", "MISMATCH"),
                answer.body().get("fields"));
    }

    @Test
    void readsNothingWhenNothingIsClaimed() {
        assertEquals("6 NOTHING_CLAIMED", result(verify(system, Map.of())));
        var without = system.post(
                "/api/v1/verifications",
                UseRequest.verify(Map.of()).without("claims").body());
        assertEquals("6 NOTHING_CLAIMED", result(without));
    }

    @Test
    void needsTheCertificateNumber() {
        assertEquals("4 INSUFFICIENT", result(verify(system, Map.of("queryResult", "未发现犯罪记录"))));
    }

    @Test
    void tellsNotWhetherThereIsSuchALicence() {
        var otherNumber = verify(clerk, Map.of("certificateNumber", "XN-1"));
        var otherName = clerk.post(
                "/api/v1/verifications",
                UseRequest.verify(Map.of("certificateNumber", NUMBER))
                        .ofHolder("111", Caller.WANG, "王大明")
                        .body());
        assertEquals("5 NOT_FOUND", result(otherNumber));
        assertEquals(otherNumber.body().get("fields"), otherName.body().get("fields"));
        assertEquals("5 NOT_FOUND", result(otherName));
        assertEquals(Map.of(), otherName.body().get("fields"));
    }

    /** The fifth wrong answer is the last; after it even the truth is refused, or guessing would go on by other means. */
    @Test
    void stopsAfterFiveWrongAnswersADay() {
        var wife = DemoCitizen.spouse();
        var wrong = UseRequest.verify(Map.of("certificateNumber", "XN-1"))
                .ofHolder("111", wife.code().value(), wife.name())
                .body();
        for (int i = 0; i < 5; i++) {
            assertEquals("5 NOT_FOUND", result(system.post("/api/v1/verifications", wrong)));
        }
        var sixth = system.post("/api/v1/verifications", wrong);
        assertEquals("429 quota-exceeded", sixth.problem());
        assertTrue(Integer.parseInt(sixth.header("Retry-After")) > 0);
        assertTrue(sixth.header("RateLimit").contains("r=0"));
        assertEquals("5 NOT_FOUND", result(Caller.staff(http, "clerk02").post("/api/v1/verifications", wrong)));
    }

    @Test
    void refusesClaimsThatCannotBeCompared() {
        var unknown = verify(system, Map.of("certificateNumber", NUMBER, "shoeSize", "43"));
        assertEquals("400 unknown-property", unknown.problem());
        var date = verify(system, Map.of("certificateNumber", NUMBER, "proofDate", "2026-02-30"));
        assertEquals("400 invalid-value", date.problem());
        assertEquals(
                "/claims/proofDate",
                UseRequest.objects(date.member("errors")).getFirst().get("pointer"));
    }

    /** Delivered like a city's own, for a person whom no other test knows. */
    @Test
    void tellsWhatIsTrueButNotYetActive() {
        var row =
                """
                {"type":"%s","certificateNumber":"XN-NYA-1","holders":[{"codeType":"111","code":"%s","name":"赵未来"}],\
                "issuedOn":"2026-01-05","validFrom":"2999-01-01","attributes":{"proofNo":"XN-NYA-1",\
                "holderName":"赵未来","idNo":"%s","queryPeriod":"2006至2026","queryResult":"未发现犯罪记录",\
                "proofOrg":"枣庄市公安局","proofDate":"2026-01-05"}}
                """
                        .formatted(UseRequest.NO_CRIMINAL_RECORD, UNKNOWN_PERSON, UNKNOWN_PERSON);
        var rows = feeds.read(new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)), FeedFormat.NDJSON);
        var count = importLicences.importAll(rows, rejected -> fail(rejected.toString()));
        assertEquals(1, count.imported());
        var request = UseRequest.verify(Map.of("certificateNumber", "XN-NYA-1"))
                .ofHolder("111", UNKNOWN_PERSON, "赵未来")
                .body();
        assertEquals("1 MATCH_NOT_YET_ACTIVE", result(system.post("/api/v1/verifications", request)));
    }

    /** Suspended and revoked by the issuer. */
    @Test
    void tellsWhatIsTrueButNotValidAnyMore() {
        var own = UseRequest.objects(Caller.citizen(http, Caller.WANG)
                        .get("/api/v1/me/licences?limit=200")
                        .member("items"))
                .stream()
                .filter(l -> Objects.equals(l.get("typeCode"), DemoCitizen.DEGREE.value()))
                .findFirst()
                .orElseThrow();
        var item = itemFor(DemoCitizen.DEGREE.value());
        var request = UseRequest.verify(Map.of("certificateNumber", own.get("certificateNumber")))
                .with("itemCode", item)
                .with("licenceTypeCode", DemoCitizen.DEGREE.value())
                .body();
        var identifier = LicenceIdentifier.parse(String.valueOf(own.get("identifier")));
        assertEquals("0 MATCH_VALID", result(system.post("/api/v1/verifications", request)));
        log.append(changeStatus.change(Issuers.OF_SAMPLE_CITY, identifier, Issuers.status(LicenceStatus.SUSPENDED)));
        assertEquals("2 MATCH_SUSPENDED", result(system.post("/api/v1/verifications", request)));
        log.append(changeStatus.change(Issuers.OF_SAMPLE_CITY, identifier, Issuers.status(LicenceStatus.REVOKED)));
        assertEquals("3 MATCH_NO_LONGER_VALID", result(system.post("/api/v1/verifications", request)));
    }

    private String itemFor(String type) {
        var items = Caller.nobody(http).get("/api/v1/items?channel=VERIFY&licenceTypeCode=" + type + "&limit=1");
        return String.valueOf(
                UseRequest.objects(items.member("items")).getFirst().get("itemCode"));
    }

    private static Caller.Reply verify(Caller caller, Map<String, ?> claims) {
        return caller.post("/api/v1/verifications", UseRequest.verify(claims).body());
    }

    private static String result(Caller.Reply reply) {
        return reply.text("resultCode") + " " + reply.text("result");
    }
}
