package city.certfree.story;

import static city.certfree.fixture.UseRequest.object;
import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Four people come to four counters, and none of them brings a paper that the city already has. */
@MicronautTest(transactional = false)
class ADayWithoutPaperTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    /** SHARE: the approval system of the police asks for the parents' marriage certificate itself. */
    @Test
    void parentsRegisterABirthWithoutTheMarriageCertificate() {
        var shared = Caller.system(http)
                .post(
                        "/api/v1/shares",
                        UseRequest.share().with("purpose", "新生儿出生登记").body());
        var marriage = objects(shared.member("licences")).getFirst();
        assertEquals(
                DemoCitizen.MARRIAGE_NUMBER, object(marriage.get("attributes")).get("certNo"));
        assertEquals(2, objects(marriage.get("holders")).size());
        assertIsInTheCitizensHands(shared, "SHARED");
    }

    /** VERIFY: a future teacher states that there is no criminal record; the city says whether that is true, no more. */
    @Test
    void aTeacherNeedNotBringAStatementOfNoCriminalRecord() {
        var verified = Caller.system(http)
                .post(
                        "/api/v1/verifications",
                        UseRequest.verify(Map.of(
                                        "certificateNumber",
                                        DemoCitizen.NO_CRIMINAL_RECORD_NUMBER,
                                        "queryResult",
                                        "未发现犯罪记录"))
                                .with("purpose", "教师资格认定")
                                .body());
        assertEquals("MATCH_VALID", verified.text("result"));
        assertIsInTheCitizensHands(verified, "MATCH_VALID");
    }

    /** LOOKUP: a clerk looks the family's home up, masked, and reads the place in clear for a reason. */
    @Test
    void aChildIsEnrolledWithoutTheDeedOfTheHouse() {
        var clerk = Caller.staff(http, "clerk01");
        var looked = clerk.post(
                "/api/v1/lookups", UseRequest.lookUp().with("purpose", "义务教育入学").body());
        var masked = String.valueOf(
                object(object(looked.member("licence")).get("attributes")).get("location"));
        assertTrue(masked.contains("*"), masked);
        var unmasked = clerk.post(
                "/api/v1/lookups/" + looked.text("recordId") + "/unmasking",
                Map.of("fields", List.of("location"), "reason", "核对学区"));
        var place = String.valueOf(object(unmasked.member("fields")).get("location"));
        assertEquals(masked.length(), place.length());
        assertTrue(!place.contains("*"), place);
        assertIsInTheCitizensHands(looked, "LOOKED_UP");
        assertIsInTheCitizensHands(unmasked, "UNMASKED");
    }

    /** SHOW: a shop's legal representative holds the food licence out on the phone, and it serves once. */
    @Test
    void aShopkeeperRenewsTheFoodLicenceByShowingItOnThePhone() {
        var shopkeeper = Caller.citizen(http, Caller.WANG);
        var licence = objects(shopkeeper.get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), UseRequest.FOOD_LICENCE))
                .findFirst()
                .orElseThrow();
        var show = shopkeeper.post("/api/v1/me/shows", Map.of("identifier", licence.get("identifier")));
        var clerk = Caller.staff(http, "clerk02");
        var held = UseRequest.redeem("token", show.text("token"))
                .with("holderCode", Caller.WANG)
                .body();
        var accepted = clerk.post("/api/v1/show-verifications", held);
        assertEquals("ACCEPTED", accepted.text("verdict"));
        assertEquals(true, accepted.member("holderMatch"));
        assertEquals(
                "already-used", clerk.post("/api/v1/show-verifications", held).text("reason"));
        assertEquals(
                "USED",
                shopkeeper.get("/api/v1/me/shows/" + show.text("showId")).text("state"));
        assertIsInTheCitizensHands(accepted, "ACCEPTED");
    }

    /** The use stands in the citizen's own list, with a receipt that discloses what the office's does. */
    private void assertIsInTheCitizensHands(Caller.Reply use, String outcome) {
        var uses = Caller.citizen(http, Caller.WANG).get("/api/v1/me/uses?limit=200");
        var recorded = objects(uses.member("items")).stream()
                .filter(u -> Objects.equals(u.get("recordId"), use.text("recordId")))
                .findFirst()
                .orElseThrow();
        assertEquals(outcome, recorded.get("outcome"));
        assertEquals(disclosed(use.text("receipt")), disclosed(String.valueOf(recorded.get("receipt"))));
    }

    /** The line of a receipt that says what was recorded; the path below it leads to the latest checkpoint. */
    private static String disclosed(String receipt) {
        return receipt.lines()
                .filter(line -> line.startsWith("extra "))
                .findFirst()
                .orElseThrow();
    }
}
