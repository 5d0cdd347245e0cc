package city.certfree.story;

import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.RandomId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Two running instances on one database. */
@MicronautTest(transactional = false)
class TwoNodesTest implements OnDemoCity {
    private static final int REDEMPTIONS = 1000;

    /** As many as a small pool of connections serves without anybody waiting too long. */
    private static final int AT_ONCE = 32;

    @Inject
    EmbeddedServer first;

    @Test
    void j26_ofAThousandRedemptionsOnTwoNodesExactlyOneIsAccepted() throws Exception {
        var properties = new HashMap<String, Object>(OnDemoCity.City.properties());
        properties.put("micronaut.server.port", -1);
        try (var second = ApplicationContext.run(EmbeddedServer.class, properties);
                var one = client(first);
                var other = client(second);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clerks = List.of(Caller.staff(one, "clerk01"), Caller.staff(other, "clerk02"));
            var held = UseRequest.redeem("token", token(one)).body();
            var turn = new Semaphore(AT_ONCE);
            var redemptions = new ArrayList<Callable<String>>();
            for (int i = 0; i < REDEMPTIONS; i++) {
                var clerk = clerks.get(i % 2);
                redemptions.add(() -> redeem(clerk, held, turn));
            }
            var verdicts = new HashMap<String, Integer>();
            for (var verdict : threads.invokeAll(redemptions)) {
                verdicts.merge(verdict.get(), 1, Integer::sum);
            }
            assertEquals(Map.of("ACCEPTED null", 1, "REJECTED already-used", REDEMPTIONS - 1), verdicts);
        }
    }

    @Test
    void h18_aThousandDuplicatesOnTwoNodesAreOneActWithOneAnswer() throws Exception {
        var properties = new HashMap<String, Object>(OnDemoCity.City.properties());
        properties.put("micronaut.server.port", -1);
        try (var second = ApplicationContext.run(EmbeddedServer.class, properties);
                var one = client(first);
                var other = client(second);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var systems = List.of(Caller.system(one), Caller.system(other));
            var citizen = Caller.citizen(one, Caller.WANG);
            var before = uses(citizen);
            var body = UseRequest.share().body();
            var key = RandomId.next().toString();
            var turn = new Semaphore(AT_ONCE);
            var duplicates = new ArrayList<Callable<String>>();
            for (int i = 0; i < REDEMPTIONS; i++) {
                var system = systems.get(i % 2);
                duplicates.add(() -> share(system, body, key, turn));
            }
            var answers = new HashMap<String, Integer>();
            for (var answer : threads.invokeAll(duplicates)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            answers.remove("409 in-progress");
            var first = systems.getLast().post("/api/v1/shares", body, "Idempotency-Key", key);
            assertEquals(Set.of("200 " + first.text("recordId") + " " + first.text("receipt")), answers.keySet());
            assertEquals(before + 1, uses(citizen));
        }
    }

    private static String share(Caller system, Map<String, Object> body, String key, Semaphore turn)
            throws InterruptedException {
        turn.acquire();
        try {
            var answer = system.post("/api/v1/shares", body, "Idempotency-Key", key);
            return answer.status() == 200
                    ? "200 " + answer.text("recordId") + " " + answer.text("receipt")
                    : answer.problem();
        } finally {
            turn.release();
        }
    }

    private static int uses(Caller citizen) {
        return ((Number) Objects.requireNonNull(
                        citizen.get("/api/v1/me/uses?limit=1").member("total")))
                .intValue();
    }

    private static String redeem(Caller clerk, Map<String, Object> held, Semaphore turn) throws InterruptedException {
        turn.acquire();
        try {
            var answer = clerk.post("/api/v1/show-verifications", held);
            return answer.text("verdict") + " " + answer.text("reason");
        } finally {
            turn.release();
        }
    }

    private static String token(HttpClient http) {
        var citizen = Caller.citizen(http, Caller.WANG);
        var licence = objects(citizen.get("/api/v1/me/licences?limit=200").member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), UseRequest.FOOD_LICENCE))
                .findFirst()
                .orElseThrow();
        return citizen.post("/api/v1/me/shows", Map.of("identifier", licence.get("identifier")))
                .text("token");
    }

    private static HttpClient client(EmbeddedServer server) {
        return server.getApplicationContext().createBean(HttpClient.class, server.getURL());
    }
}
