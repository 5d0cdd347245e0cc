package city.certfree.web.api;

import static city.certfree.fixture.UseRequest.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class LookupsControllerTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    private Caller clerk;

    @BeforeAll
    void signIn() {
        clerk = Caller.staff(http, "clerk01");
    }

    @Test
    void showsOneLicenceWithEveryValueMasked() {
        var answer = lookUp(UseRequest.lookUp());
        var licence = object(answer.member("licence"));
        assertFalse(licence.containsKey("signedLicence"));
        assertEquals("王*明", holder(licence, 0).get("name"));
        assertEquals("3704**********0015", holder(licence, 0).get("code"));
        var attributes = object(licence.get("attributes"));
        assertTrue(attributes.keySet().containsAll(List.of("certNo", "obligee", "location", "area")));
        attributes.values().forEach(value -> assertTrue(String.valueOf(value).contains("*"), String.valueOf(value)));
        assertEquals(
                DemoCitizen.REAL_ESTATE_NUMBER.length(),
                String.valueOf(licence.get("certificateNumber")).length());
        assertNotEquals(DemoCitizen.REAL_ESTATE_NUMBER, licence.get("certificateNumber"));
    }

    @Test
    void findsACertainLicence() {
        var identifier = object(lookUp(UseRequest.lookUp()).member("licence")).get("identifier");
        var again = lookUp(UseRequest.lookUp().with("identifier", identifier));
        assertEquals(identifier, object(again.member("licence")).get("identifier"));
        var wrong = String.valueOf(identifier).replaceFirst(".$", "?");
        assertEquals(
                "400 invalid-value",
                lookUp(UseRequest.lookUp().with("identifier", wrong)).problem());
    }

    @Test
    void showsNothingUnderAnotherName() {
        var answer = lookUp(UseRequest.lookUp().ofHolder("111", Caller.WANG, "王小"));
        assertEquals(200, answer.status());
        assertNull(answer.member("licence"));
    }

    @Test
    void unmasksTheFieldsThatTheItemPermitsAsAnActOfItsOwn() {
        var looked = lookUp(UseRequest.lookUp());
        var unmasked = unmask(clerk, looked.text("recordId"), List.of("certNo", "obligeeIdNo", "unitNo"));
        assertEquals(200, unmasked.status());
        var fields = object(unmasked.member("fields"));
        assertEquals(DemoCitizen.REAL_ESTATE_NUMBER, fields.get("certNo"));
        assertFalse(fields.containsKey("unitNo"), "the item does not name it");
        assertNotEquals(looked.text("recordId"), unmasked.text("recordId"));
    }

    @Test
    void unmasksForNobodyElse() {
        var recordId = lookUp(UseRequest.lookUp()).text("recordId");
        var absent = unmask(clerk, "AAAAAAAAAAAAAAAAAAAAAA", List.of("certNo"));
        var otherOffice = unmask(Caller.staff(http, "clerk02"), recordId, List.of("certNo"));
        var system = unmask(Caller.system(http), recordId, List.of("certNo"));
        assertEquals("404 not-found", absent.problem());
        assertEquals(withoutTrace(absent), withoutTrace(otherOffice));
        assertEquals(withoutTrace(absent), withoutTrace(system));
    }

    @Test
    void unmasksNothingButLookUps() {
        var shared = clerk.post("/api/v1/shares", UseRequest.share().body()).text("recordId");
        assertEquals("404 not-found", unmask(clerk, shared, List.of("certNo")).problem());
    }

    @Test
    void refusesToUnmaskWithoutAReasonOrAnUnknownField() {
        var recordId = lookUp(UseRequest.lookUp()).text("recordId");
        var path = "/api/v1/lookups/" + recordId + "/unmasking";
        assertEquals(
                "400 invalid-value",
                clerk.post(path, Map.of("fields", List.of("certNo"))).problem());
        assertEquals(
                "400 purpose-missing",
                clerk.post(path, Map.of("fields", List.of("certNo"), "reason", " "))
                        .problem());
        assertEquals(
                "400 invalid-value",
                unmask(clerk, recordId, List.of("shoeSize")).problem());
    }

    private static Map<String, Object> withoutTrace(Caller.Reply reply) {
        var body = new HashMap<>(reply.body());
        body.remove("traceId");
        return body;
    }

    private static Map<String, Object> holder(Map<String, Object> licence, int n) {
        return UseRequest.objects(licence.get("holders")).get(n);
    }

    private Caller.Reply lookUp(UseRequest request) {
        return clerk.post("/api/v1/lookups", request.body());
    }

    private static Caller.Reply unmask(Caller caller, String recordId, List<String> fields) {
        return caller.post("/api/v1/lookups/" + recordId + "/unmasking", Map.of("fields", fields, "reason", "核对坐落"));
    }
}
