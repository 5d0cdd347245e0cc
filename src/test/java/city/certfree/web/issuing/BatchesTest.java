package city.certfree.web.issuing;

import static city.certfree.fixture.UseRequest.objects;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Caller.Reply;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.OfficeCode;
import city.certfree.licence.Holder;
import city.certfree.registry.Registry;
import city.certfree.token.AccessTokens;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuing office delivers its licences together: each is there once, and what is wrong with a row is said. */
@MicronautTest(transactional = false)
class BatchesTest implements OnDemoCity {
    private static final String BATCHES = "/api/v1/licence-batches";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    Registry registry;

    @Inject
    JsonMapper json;

    @Inject
    DataSource database;

    @Inject
    EmbeddedServer server;

    private Caller system;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
    }

    @Test
    void issuesEachLicenceAndRecordsThem() throws SQLException {
        var holders = holders(70);
        var answer = deliver(holders.stream().map(this::row).toList());
        assertEquals(Map.of("imported", 70, "known", 0, "rejected", 0, "lastLine", 70), counts(answer));
        assertEquals(3, acts(answer.text("batchId")), "32, 32 and 6");
        assertEquals(1, shared(holders.getFirst()).size());
        assertEquals(1, shared(holders.getLast()).size());
    }

    /** As one that was broken off and is sent once more. */
    @Test
    void leavesWhatItHasAlreadyAsItIs() throws SQLException {
        var rows = holders(40).stream().map(this::row).toList();
        deliver(rows.subList(0, 35));
        var again = deliver(rows);
        assertEquals(Map.of("imported", 5, "known", 35, "rejected", 0, "lastLine", 40), counts(again));
        var third = deliver(rows);
        assertEquals(Map.of("imported", 0, "known", 40, "rejected", 0, "lastLine", 40), counts(third));
        assertEquals(0, acts(third.text("batchId")), "nothing was done");
    }

    @Test
    void saysOfEachRowWhatIsWrongAndTakesTheOthersIn() {
        var holders = holders(2);
        var nameless = row(holders.get(1));
        nameless.remove("identifier");
        nameless.put("type", UseRequest.MARRIAGE);
        var foreign = IssueRequest.of(registry, foreignType(), holders.get(1));
        var lines = String.join(
                "\n",
                text(row(holders.get(0))),
                "{",
                text(nameless),
                text(row(foreign)),
                text(Map.of(
                        "represents",
                        Map.of(
                                "person", holder(holders.get(1)),
                                "organisation", holder(Holders.organisation("枣庄市虚拟商店"))))));

        var answer = deliver(system, lines);

        assertEquals(Map.of("imported", 1, "known", 0, "rejected", 4, "lastLine", 5), counts(answer));
        assertEquals(
                List.of("2 ", "3 /identifier", "4 /identifier", "5 /represents"),
                objects(answer.member("rejections")).stream()
                        .map(r -> r.get("line") + " " + r.get("pointer"))
                        .toList());
        assertEquals(1, shared(holders.getFirst()).size());
    }

    /** A type whose department is not in the system's office. */
    private String foreignType() {
        var catalogue = registry.current().catalogue();
        var own = catalogue.office(new OfficeCode("37048120001")).orElseThrow().departments();
        return catalogue.types().stream()
                .filter(type -> !own.contains(type.issuer()))
                .findFirst()
                .orElseThrow()
                .code()
                .value();
    }

    /** A version that counts beside another would be two licences for one. */
    @Test
    void doesNotPutAVersionBesideOneThatCounts() {
        var holder = Holders.citizen("周小花");
        var first = IssueRequest.of(registry, UseRequest.MARRIAGE, holder);
        assertEquals(201, system.put(first.path(), first.body()).status());
        var id = first.identifier();
        var next = row(first);
        next.put("identifier", new LicenceIdentifier(id.type(), id.issuer(), id.serial(), 2).value());

        var answer = deliver(List.of(next));

        assertEquals(Map.of("imported", 0, "known", 0, "rejected", 1, "lastLine", 1), counts(answer));
        assertEquals(1, shared(holder).size());
    }

    @Test
    void twoDeliveriesOfTheSameAtOnceIssueEachLicenceOnce() throws Exception {
        var holders = holders(96);
        var rows = holders.stream().map(this::row).toList();
        var backwards = new ArrayList<>(rows.reversed());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = threads.invokeAll(List.<Callable<Reply>>of(() -> deliver(rows), () -> deliver(backwards)));
            int imported = 0;
            for (var one : both) {
                assertEquals(200, one.get().status(), one.get().body()::toString);
                imported += (int) Objects.requireNonNull(counts(one.get()).get("imported"));
            }
            assertEquals(96, imported);
        }
        for (var holder : holders) {
            assertEquals(1, shared(holder).size());
        }
    }

    @Test
    void whatWasStoredStaysWhenTheConnectionBreaks() throws Exception {
        var rows = holders(40).stream().map(this::row).toList();
        var first = String.join(
                        "\n", rows.subList(0, 33).stream().map(this::text).toList())
                .getBytes(UTF_8);
        try (var socket = new Socket("localhost", server.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST " + BATCHES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(first.length) + "\r\n")
                    .getBytes(UTF_8));
            out.write(first);
            out.write("\r\n".getBytes(UTF_8));
            out.flush();
            while (!isStored(rows.get(31))) {
                Thread.onSpinWait();
            }
        }
        assertEquals(Map.of("imported", 8, "known", 32, "rejected", 0, "lastLine", 40), counts(deliver(rows)));
    }

    private String token() {
        return server.getApplicationContext()
                .getBean(AccessTokens.class)
                .issue(
                        "demo-system",
                        server.getApplicationContext().getBean(Clock.class).instant())
                .text();
    }

    private boolean isStored(Map<String, Object> row) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var query = connection.prepareStatement("SELECT COUNT(*) FROM licence WHERE identifier = ?")) {
            query.setObject(1, row.get("identifier"));
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1) == 1;
            }
        }
    }

    /** What is gathered before it is read is 256 KiB at most; this is read while it comes. */
    @Test
    void takesMoreThanAnyOtherBodyMayBe() {
        var rows = String.join(
                "\n", List.of(text(row(Holders.citizen("吴小花"))), " ".repeat(900_000), "{", " ".repeat(900_000)));
        assertEquals(Map.of("imported", 1, "known", 0, "rejected", 1, "lastLine", 3), counts(deliver(system, rows)));
    }

    @Test
    void listsNoMoreFlawsThanSomebodyMends() {
        var answer = deliver(system, "{\n".repeat(1_203));
        assertEquals(Map.of("imported", 0, "known", 0, "rejected", 1_203, "lastLine", 1_203), counts(answer));
        assertEquals(1_000, objects(answer.member("rejections")).size());
        assertEquals(203, answer.member("moreRejections"));
    }

    @Test
    void anEmptyDeliveryIsOneOfNothing() {
        assertEquals(Map.of("imported", 0, "known", 0, "rejected", 0, "lastLine", 0), counts(deliver(system, "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void takesDeliveriesOnly(String type) {
        var request = HttpRequest.POST(BATCHES, "{}").contentType(type);
        assertEquals("415 media-type-unsupported", system.send(request).problem());
    }

    @Test
    void isForIssuersOnly() {
        var clerk = Caller.staff(http, "clerk01");
        assertEquals("403 role-forbidden", deliver(clerk, "{").problem());
        assertEquals("401 not-signed-in", deliver(Caller.nobody(http), "{").problem());
    }

    private List<Holder> holders(int count) {
        return IntStream.range(0, count).mapToObj(i -> Holders.citizen("赵小花")).toList();
    }

    private Map<String, Object> row(Holder holder) {
        return row(IssueRequest.of(registry, UseRequest.MARRIAGE, holder));
    }

    private static Map<String, Object> row(IssueRequest request) {
        var row = new LinkedHashMap<>(request.body());
        row.put("identifier", request.identifier().value());
        return row;
    }

    private static Map<String, String> holder(Holder holder) {
        return Map.of(
                "codeType", holder.code().type().code(),
                "code", holder.code().value(),
                "name", holder.name());
    }

    private Reply deliver(List<Map<String, Object>> rows) {
        return deliver(system, String.join("\n", rows.stream().map(this::text).toList()));
    }

    private static Reply deliver(Caller who, String lines) {
        return who.send(HttpRequest.POST(BATCHES, lines).contentType("application/x-ndjson"));
    }

    private String text(Map<String, ?> row) {
        try {
            return json.writeValueAsString(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> counts(Reply answer) {
        assertEquals(200, answer.status(), answer.body()::toString);
        var counts = new LinkedHashMap<String, Object>();
        for (var name : List.of("imported", "known", "rejected", "lastLine")) {
            counts.put(name, answer.member(name));
        }
        return counts;
    }

    private List<Map<String, Object>> shared(Holder holder) {
        var body = UseRequest.share()
                .ofHolder("111", holder.code().value(), holder.name())
                .body();
        return objects(system.post("/api/v1/shares", body).member("licences"));
    }

    private int acts(String batch) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var query = connection.prepareStatement(
                        "SELECT COUNT(*) FROM act_record WHERE subject = ? AND event = 'LICENCES_DELIVERED'")) {
            query.setString(1, batch);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
