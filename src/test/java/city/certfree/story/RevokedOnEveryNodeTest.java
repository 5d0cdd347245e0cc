package city.certfree.story;

import static city.certfree.fixture.UseRequest.object;
import static city.certfree.fixture.UseRequest.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.Caller;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.licence.Holder;
import city.certfree.registry.Registry;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A licence is revoked on one node while it is used on another: no use that begins after the answer finds it valid. */
@MicronautTest(transactional = false)
class RevokedOnEveryNodeTest implements OnDemoCity {
    private static final int CALLERS = 4;
    private static final int USES_AFTERWARDS = 3;
    private static final int PRESENTATIONS = 60;
    private static final long NOT_YET = Long.MAX_VALUE;

    @Inject
    EmbeddedServer first;

    @Inject
    Registry registry;

    private EmbeddedServer second;
    private Caller issuer;
    private Caller system;

    @BeforeAll
    void startTheOtherNode() {
        var properties = new HashMap<String, Object>(OnDemoCity.City.properties());
        properties.put("micronaut.server.port", -1);
        second = ApplicationContext.run(EmbeddedServer.class, properties);
        issuer = Caller.staff(client(first), "issuer01");
        system = Caller.system(client(second));
    }

    @AfterAll
    void stopTheOtherNode() {
        second.close();
    }

    @Test
    void h22_isNotSharedAnyMore() throws Exception {
        var holder = Holders.citizen("查小花");
        var licence = issued(UseRequest.MARRIAGE, holder);
        var use = UseRequest.share()
                .ofHolder("111", holder.code().value(), holder.name())
                .body();

        race(
                () -> !objects(answer("/api/v1/shares", use).member("licences")).isEmpty(),
                () -> change(licence, "REVOKED"));
    }

    @Test
    void h22_isNotVerifiedAsValidAnyMore() throws Exception {
        var holder = Holders.citizen("验小花");
        var licence = issued(UseRequest.NO_CRIMINAL_RECORD, holder);
        var use = UseRequest.verify(Map.of("certificateNumber", "证2026第000001号"))
                .ofHolder("111", holder.code().value(), holder.name())
                .body();

        race(
                () -> answer("/api/v1/verifications", use).text("result").equals("MATCH_VALID"),
                () -> change(licence, "SUSPENDED"));
    }

    @Test
    void h22_isNotFoundAsValidAnyMore() throws Exception {
        var holder = Holders.citizen("询小花");
        var licence = issued(UseRequest.REAL_ESTATE, holder);
        var use = UseRequest.lookUp()
                .ofHolder("111", holder.code().value(), holder.name())
                .body();

        race(() -> isValid(answer("/api/v1/lookups", use).member("licence")), () -> change(licence, "CANCELLED"));
    }

    @Test
    void h22_isNotAcceptedAnyMore() throws Exception {
        var licence = foodLicence();
        var tokens = new ConcurrentLinkedQueue<String>();
        var citizen = Caller.citizen(client(second), Caller.WANG);
        for (int i = 0; i < PRESENTATIONS; i++) {
            tokens.add(citizen.post("/api/v1/me/shows", Map.of("identifier", licence))
                    .text("token"));
        }
        try {
            race(
                    () -> {
                        var token = Objects.requireNonNull(tokens.poll(), "more presentations");
                        var use = UseRequest.redeem("token", token).body();
                        return answer("/api/v1/show-verifications", use)
                                .text("verdict")
                                .equals("ACCEPTED");
                    },
                    () -> change(licence, "SUSPENDED"));
        } finally {
            change(licence, "VALID");
        }
    }

    /** Uses on the second node, over and over, and makes the change on the first once it was found valid. */
    private static void race(Callable<Boolean> use, Runnable change) throws Exception {
        var acknowledged = new AtomicLong(NOT_YET);
        var foundValid = new CountDownLatch(1);
        var users = new ArrayList<Callable<List<Boolean>>>();
        for (int i = 0; i < CALLERS; i++) {
            users.add(() -> useUntilAfter(acknowledged, foundValid, use));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = users.stream().map(threads::submit).toList();
            foundValid.await();
            change.run();
            acknowledged.set(System.nanoTime());
            for (var user : running) {
                assertEquals(List.of(false, false, false), user.get());
            }
        }
    }

    /** What the uses found that began after the acknowledgement. */
    private static List<Boolean> useUntilAfter(
            AtomicLong acknowledged, CountDownLatch foundValid, Callable<Boolean> use) throws Exception {
        var afterwards = new ArrayList<Boolean>();
        while (afterwards.size() < USES_AFTERWARDS) {
            boolean began = acknowledged.get() != NOT_YET;
            boolean valid = use.call();
            if (began) {
                afterwards.add(valid);
            } else if (valid) {
                foundValid.countDown();
            }
        }
        return afterwards;
    }

    private String issued(String type, Holder holder) {
        var request = IssueRequest.of(registry, type, holder);
        var reply = issuer.put(request.path(), request.body());
        assertEquals(201, reply.status(), reply.body()::toString);
        return request.identifier().value();
    }

    private String foodLicence() {
        var licences = Caller.citizen(client(first), Caller.WANG).get("/api/v1/me/licences?limit=200");
        return objects(licences.member("items")).stream()
                .filter(l -> Objects.equals(l.get("typeCode"), UseRequest.FOOD_LICENCE))
                .map(l -> String.valueOf(l.get("identifier")))
                .findFirst()
                .orElseThrow();
    }

    private void change(String licence, String status) {
        var reply = issuer.post("/api/v1/licences/" + licence + "/status", Map.of("status", status, "reason", "核查"));
        assertEquals(200, reply.status(), reply.body()::toString);
    }

    private Caller.Reply answer(String path, Map<String, Object> use) {
        var reply = system.post(path, use);
        assertEquals(200, reply.status(), reply.body()::toString);
        return reply;
    }

    private static boolean isValid(@Nullable Object licence) {
        return licence != null && Objects.equals(object(licence).get("status"), "VALID");
    }

    private static HttpClient client(EmbeddedServer server) {
        return server.getApplicationContext().createBean(HttpClient.class, server.getURL());
    }
}
