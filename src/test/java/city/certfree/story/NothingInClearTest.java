package city.certfree.story;

import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Dump;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** After a day's work the whole database is read by somebody who has it but not its keys. */
@MicronautTest(transactional = false)
class NothingInClearTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    DataSource database;

    @Test
    void noTableTellsAPersonANumberAPurposeOrACase() throws SQLException {
        var body = UseRequest.share()
                .with("purpose", "不可见的事由甲乙丙")
                .with("caseNumber", "INVISIBLE-CASE-4711")
                .with("operator", "window-invisible-7");
        var system = Caller.system(http);
        assertEquals(
                200,
                system.post("/api/v1/shares", body.body(), "Idempotency-Key", "in-clear")
                        .status());
        var show = show();
        var redeemed = UseRequest.redeem("code", show.text("code")).with("purpose", "不可见的事由丁戊己");
        Caller.staff(http, "clerk01").post("/api/v1/show-verifications", redeemed.body());
        var complaint = Map.of(
                "kind", "ASKED_FOR_PAPER",
                "itemCode", UseRequest.BIRTH_REGISTRATION,
                "materialName", "不可见的材料",
                "text", "不可见的投诉");
        Caller.citizen(http, Caller.WANG).post("/api/v1/me/complaints", complaint, "Idempotency-Key", "complaint");

        var dump = dump();
        assertTrue(dump.shows(UseRequest.BIRTH_REGISTRATION), "the dump is of this database");
        assertTrue(dump.tables().stream()
                .map(String::toLowerCase)
                .toList()
                .containsAll(List.of("access_record", "presentation", "keyed_act", "session", "licence", "complaint")));
        assertEquals(List.of(), personal(show).filter(dump::shows).toList());
    }

    private static Stream<String> personal(Caller.Reply show) {
        return Stream.of(
                Caller.WANG,
                DemoCitizen.NAME,
                DemoCitizen.spouse().name(),
                DemoCitizen.spouse().code().value(),
                DemoCitizen.organisation().value(),
                DemoCitizen.MARRIAGE_NUMBER,
                DemoCitizen.REAL_ESTATE_NUMBER,
                DemoCitizen.FOOD_LICENCE_NUMBER,
                "不可见的事由",
                "不可见的材料",
                "不可见的投诉",
                "INVISIBLE-CASE",
                "window-invisible",
                show.text("code"),
                show.text("token"));
    }

    private Caller.Reply show() {
        var citizen = Caller.citizen(http, Caller.WANG);
        var food = objects(citizen.get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), UseRequest.FOOD_LICENCE))
                .findFirst()
                .orElseThrow();
        return citizen.post(
                "/api/v1/me/shows",
                Map.of("identifier", Objects.requireNonNull(food.get("identifier"))),
                "Idempotency-Key",
                "in-clear");
    }

    private Dump dump() throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
            return Dump.of(connection);
        }
    }
}
