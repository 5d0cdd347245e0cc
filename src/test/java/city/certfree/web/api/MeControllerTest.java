package city.certfree.web.api;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class MeControllerTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @Test
    void showsTheCitizensOwnAndHisOrganisationsLicencesInFull() {
        var all = Caller.citizen(http, Caller.WANG).get("/api/v1/me/licences?limit=200");
        var types = new HashSet<>();
        for (var licence : objects(all.member("items"))) {
            assertTrue(types.add(licence.get("typeCode")), "exactly one of each type");
        }
        assertTrue(types.contains(DemoCitizen.FOOD_LICENCE.value()));
        var marriage = objects(all.member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), UseRequest.MARRIAGE))
                .findFirst()
                .orElseThrow();
        assertEquals(DemoCitizen.MARRIAGE_NUMBER, marriage.get("certificateNumber"));
        assertTrue(UseRequest.object(marriage.get("attributes")).containsKey("husbandIdNo"));
        assertEquals("no-store", all.headers().get("Cache-Control"));
    }

    @Test
    void pagesThroughTheLicencesWithoutRepeatingOne() {
        var citizen = Caller.citizen(http, Caller.WANG);
        var expected = citizen.get("/api/v1/me/licences?limit=200").member("items");
        var read = new ArrayList<Map<String, Object>>();
        var path = "/api/v1/me/licences?limit=5";
        for (var page = citizen.get(path); ; page = citizen.get(path + "&cursor=" + page.text("nextCursor"))) {
            read.addAll(objects(page.member("items")));
            if (page.member("nextCursor") == null) {
                break;
            }
        }
        assertEquals(expected, read);
    }

    @Test
    void tellsWhoUsedWhatForWhichItemNewestFirst() {
        var system = Caller.system(http);
        var body = UseRequest.share()
                .with("caseNumber", "BJ-me-1")
                .with("operator", "window-7")
                .body();
        var shared = system.post("/api/v1/shares", body);
        var refused = system.post("/api/v1/shares", UseRequest.lookUp().body());
        var own = List.of(shared.text("recordId"), refused.text("recordId"));
        var uses = objects(Caller.citizen(http, Caller.WANG)
                        .get("/api/v1/me/uses?limit=200")
                        .member("items"))
                .stream()
                .filter(use -> own.contains(String.valueOf(use.get("recordId"))))
                .toList();
        assertEquals(refused.text("recordId"), uses.get(0).get("recordId"));
        assertEquals("CHANNEL_NOT_OFFERED", uses.get(0).get("outcome"));
        var use = uses.get(1);
        assertEquals(shared.text("recordId"), use.get("recordId"));
        assertEquals(extra(shared.text("receipt")), extra(String.valueOf(use.get("receipt"))));
        assertEquals("SHARED", use.get("outcome"));
        assertEquals("BJ-me-1", use.get("caseNumber"));
        assertEquals("window-7", use.get("operator"));
        assertEquals(UseRequest.BIRTH_REGISTRATION, use.get("itemCode"));
    }

    @Test
    void h17_refusesBadCursorsLimitsAndParameters() {
        var citizen = Caller.citizen(http, Caller.WANG);
        assertEquals(
                "400 cursor-invalid", citizen.get("/api/v1/me/uses?cursor=%00").problem());
        assertEquals(
                "400 cursor-invalid",
                citizen.get("/api/v1/me/licences?cursor=bm9uZQ").problem());
        assertEquals("400 invalid-value", citizen.get("/api/v1/me/uses?limit=0").problem());
        assertEquals(
                "400 invalid-value", citizen.get("/api/v1/me/uses?limit=201").problem());
        assertEquals(
                "400 unknown-parameter", citizen.get("/api/v1/me/uses?sort=at").problem());
        assertEquals(
                "400 repeated-parameter",
                citizen.get("/api/v1/me/uses?limit=1&limit=2").problem());
    }

    @Test
    void isForCitizensOnly() {
        assertEquals(
                "401 not-signed-in",
                Caller.nobody(http).get("/api/v1/me/licences").problem());
        assertEquals(
                "403 role-forbidden",
                Caller.staff(http, "clerk01").get("/api/v1/me/licences").problem());
        assertEquals(
                "403 role-forbidden", Caller.system(http).get("/api/v1/me/uses").problem());
    }

    /** The line of a receipt that says what was recorded; the path below it leads to the latest checkpoint. */
    private static String extra(String receipt) {
        return receipt.lines()
                .filter(line -> line.startsWith("extra "))
                .findFirst()
                .orElseThrow();
    }
}
