package city.certfree.cli;

import static city.certfree.fixture.UseRequest.object;
import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.SealedTable;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.fixture.Caller;
import city.certfree.fixture.MariaDbServer;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions;
import city.certfree.supervision.complaint.ComplaintNumber;
import city.certfree.supervision.complaint.ComplaintText;
import city.certfree.supervision.complaint.ReadOwnComplaints;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A city changes the profile: what one has written, the other finds and opens. */
class ResealTest {
    private static final MariaDbServer SERVER = MariaDbServer.own();

    /** The secrets in keys-sample/gm. */
    private static final Set<String> GM = Set.of("seal-038ce936", "index-57fefcb2");

    /** Records are never changed; what is shown is over in a minute; a status list keeps its permutation. */
    private static final Set<String> STAYS = Set.of(
            "access_record.index_key_id",
            "access_record.seal_key_id",
            "act_record.seal_key_id",
            "log_checkpoint.seal_key_id",
            "presentation.index_key_id",
            "status_list_allotment.key_id");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aStoreOfOneProfileGivesTheSameAnswersInTheOtherEvenAfterAnInterruption() {
        var before = inService("intl", ResealTest::answers);
        var useBefore = inService("intl", ResealTest::use);
        var complaintBefore = inService("intl", ResealTest::complaint);
        assertRefusesToServe();
        interruptedHalfWay();

        assertEquals(0, reseal(), err::toString);
        assertTrue(err.toString().contains("licence_holder [==============================] 100 %"), err.toString());

        inService("gm", http -> {
            assertEquals(before, answers(http));
            assertTrue(recordsOf(http).contains(useBefore), "the record made under the other index key");
            return "";
        });
        assertEquals(0, reseal(), err::toString);
        inCommand(context -> {
            context.getBeansOfType(SealedTable.class).forEach(table -> assertEquals(0, table.outdated(), table.name()));
            var complaint = context.getBean(ReadOwnComplaints.class)
                    .one(HolderCode.ofCitizen(Caller.WANG), new ComplaintNumber(complaintBefore));
            assertEquals(new ComplaintText("还要了复印件"), complaint.orElseThrow().text());
            return "";
        });
        assertEquals(Set.of(), tablesUnderOtherKeys());
    }

    /** Asks every table that names keys, so that one that is added later is not forgotten. */
    private static Set<String> tablesUnderOtherKeys() {
        var found = new TreeSet<String>();
        var properties = SERVER.properties();
        try (var connection = DriverManager.getConnection(
                        properties.getOrDefault("datasources.default.url", ""),
                        properties.get("datasources.default.username"),
                        properties.get("datasources.default.password"));
                var columns = connection.getMetaData().getColumns("certfree", null, "%", "%key_id")) {
            while (columns.next()) {
                var column = columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME");
                if (!STAYS.contains(column)
                        && !keysIn(connection, column).stream().allMatch(GM::contains)) {
                    found.add(column);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static Set<String> keysIn(Connection connection, String column) throws SQLException {
        var keys = new TreeSet<String>();
        var name = column.split("\\.", -1);
        var query = "SELECT DISTINCT `%1$s` FROM `%2$s` WHERE `%1$s` <> ''".formatted(name[1], name[0]);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    /** Rather than to answer that nobody holds anything. */
    private static void assertRefusesToServe() {
        var fault = assertThrows(RuntimeException.class, () -> inService("gm", http -> ""));

        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertTrue(String.valueOf(cause.getMessage()).contains("certfree keys reseal"), cause::toString);
    }

    /** One batch of each table is done, and one more is lost half-way, as when the process is killed. */
    private static void interruptedHalfWay() {
        inCommand(context -> {
            var transactions = context.getBean(Transactions.class);
            for (var table : context.getBeansOfType(SealedTable.class)) {
                long outdated = table.outdated();
                var done = transactions.write(() -> table.reseal("", 5));
                assertThrows(
                        IllegalStateException.class,
                        () -> transactions.write(() -> {
                            table.reseal(String.valueOf(done.last()), 5);
                            throw new IllegalStateException("killed");
                        }));
                assertEquals(outdated - done.changed(), table.outdated(), table.name());
            }
            return "";
        });
    }

    private static Map<String, Object> answers(HttpClient http) {
        var system = Caller.system(http);
        var citizen = Caller.citizen(http, Caller.WANG);
        var answers = new LinkedHashMap<String, Object>();
        answers.put(
                "shared",
                objects(system.post("/api/v1/shares", UseRequest.share().body()).member("licences")).stream()
                        .map(licence -> object(licence.get("attributes")))
                        .toList());
        answers.put(
                "verified",
                system.post(
                                "/api/v1/verifications",
                                UseRequest.verify(Map.of("certificateNumber", DemoCitizen.NO_CRIMINAL_RECORD_NUMBER))
                                        .body())
                        .text("result"));
        answers.put(
                "looked up",
                system.post("/api/v1/lookups", UseRequest.lookUp().body()).member("licence"));
        answers.put("own", citizen.get("/api/v1/me/licences?limit=200").body());
        assertNotEquals(List.of(), answers.get("shared"));
        assertEquals("MATCH_VALID", answers.get("verified"));
        return answers;
    }

    private static String use(HttpClient http) {
        return Caller.system(http)
                .post("/api/v1/shares", UseRequest.share().body())
                .text("recordId");
    }

    private static String complaint(HttpClient http) {
        var asked = Map.of("kind", "ASKED_FOR_PAPER", "itemCode", UseRequest.BIRTH_REGISTRATION, "text", "还要了复印件");
        return Caller.citizen(http, Caller.WANG)
                .post("/api/v1/me/complaints", asked)
                .text("complaintNumber");
    }

    private static List<String> recordsOf(HttpClient http) {
        return objects(Caller.citizen(http, Caller.WANG)
                        .get("/api/v1/me/uses?limit=200")
                        .member("items"))
                .stream()
                .map(use -> String.valueOf(use.get("recordId")))
                .toList();
    }

    private int reseal() {
        var properties = properties("gm");
        properties.forEach((name, value) -> System.setProperty(name, value.toString()));
        try {
            return new CommandLine(Certfree.class)
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute("keys", "reseal", "--batch", "50");
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private static <T> T inService(String profile, Function<HttpClient, T> work) {
        var properties = properties(profile);
        properties.put("micronaut.server.port", -1);
        properties.put("certfree.demo.load", "true");
        properties.put("certfree.demo.persons", "20");
        try (var server = ApplicationContext.run(EmbeddedServer.class, properties);
                var http = server.getApplicationContext().createBean(HttpClient.class, server.getURL())) {
            return work.apply(http);
        }
    }

    private static <T> T inCommand(Function<ApplicationContext, T> work) {
        var properties = properties("gm");
        properties.put(WithoutServer.COMMAND, true);
        try (var context = ApplicationContext.run(properties)) {
            return work.apply(context);
        }
    }

    private static Map<String, Object> properties(String profile) {
        var properties = new HashMap<String, Object>(SERVER.properties());
        properties.put("certfree.profile", profile);
        return properties;
    }
}
