package city.certfree.web.open;

import static city.certfree.fixture.UseRequest.object;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.licence.statuslist.PublishStatusList;
import city.certfree.licence.statuslist.PublishedList;
import city.certfree.registry.Registry;
import city.certfree.token.StatusListTokens;
import city.certfree.token.StatusLists;
import city.certfree.token.StatusLists.EntryStatus;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists as anybody gets them, and what becomes of a licence's entry. */
@MicronautTest(transactional = false)
@Property(name = "certfree.status-lists.refresh-after", value = "0s")
class StatusListControllerTest implements OnDemoCity {
    private static final int CALLERS = 64;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    Registry registry;

    @Inject
    StatusListTokens tokens;

    @Inject
    PublishStatusList publishStatusList;

    @Inject
    Clock clock;

    private Caller system;
    private StatusLists lists;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
        lists = new StatusLists(tokens);
    }

    @Test
    void publishesAListThatCachesKeepForAMoment() {
        var response = get("/status-lists/0", null);

        assertEquals(
                "application/statuslist+jwt",
                response.getContentType().orElseThrow().toString());
        assertEquals("public, max-age=2, must-revalidate", response.header("Cache-Control"));
        var claims = claims(response);
        assertEquals(tokens.uri(0), claims.get("sub"));
        assertEquals(60L, claims.get("ttl"));
        assertEquals(43_200L, second(claims, "exp") - second(claims, "iat"));
        assertEquals(Optional.empty(), lists.offer(requireNonNull(response.body()), tokens.uri(0), clock.instant()));
    }

    @Test
    void answersWhoeverHasTheListThatItIsUnchanged() {
        var etag = get("/status-lists/0", null).header("ETag");
        for (var known : List.of(etag, "\"x\", W/" + etag, "*")) {
            assertEquals(HttpStatus.NOT_MODIFIED, get("/status-lists/0", known).status());
        }
        assertEquals(HttpStatus.OK, get("/status-lists/0", "\"x\"").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00", "-1", "x", "1000000000000000000000"})
    void hasNoListThatNobodyBegan(String number) {
        var fault = assertThrows(HttpClientResponseException.class, () -> get("/status-lists/" + number, null));
        assertEquals(HttpStatus.NOT_FOUND, fault.getStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPENDED,       SUSPENDED",
        "RESTRICTED,      SUSPENDED",
        "TRANSFERRED_OUT, INVALID",
        "REVOKED,         INVALID",
        "CANCELLED,       INVALID",
        "WITHDRAWN,       INVALID",
        "SUPERSEDED,      INVALID",
        "EXPIRED,         INVALID"
    })
    void saysWhatHasBecomeOfALicence(String status, EntryStatus expected) {
        var licence = issued();
        assertEquals(EntryStatus.VALID, entry(licence));

        change(licence, status);

        assertEquals(expected, entry(licence));
    }

    @Test
    void saysWhenALicenceIsValidAgain() {
        var licence = issued();
        change(licence, "SUSPENDED");
        assertEquals(EntryStatus.SUSPENDED, entry(licence));

        change(licence, "VALID");

        assertEquals(EntryStatus.VALID, entry(licence));
    }

    @Test
    void saysThatTheVersionBeforeAChangeIsOver() {
        var licence = issued();

        var next = Licence.of(
                licence.request, system.put(licence.request.path(), licence.request.body(), "If-Match", "\"1-0\""));

        assertNotEquals(licence.index, next.index);
        assertEquals(EntryStatus.INVALID, entry(licence));
        assertEquals(EntryStatus.VALID, entry(next));
    }

    @Test
    void saysOfALicenceThatCameInRevokedThatItIs() {
        var request = request().with("status", "REVOKED").with("statusReason", "骗取登记");
        assertEquals(EntryStatus.INVALID, entry(Licence.of(request, system.put(request.path(), request.body()))));
    }

    @Test
    void leavesWhatHasRunOutAsItIs() {
        var request = request().with("validTo", "2026-02-01");
        var licence = Licence.of(request, system.put(request.path(), request.body()));
        assertEquals(EntryStatus.VALID, entry(licence));
    }

    @Test
    void t04_aLaterListIsNeverAnEarlierOne() {
        long before = 0;
        for (int i = 0; i < 3; i++) {
            var licence = issued();
            change(licence, "REVOKED");
            assertEquals(EntryStatus.INVALID, entry(licence));
            long issuedAt = second(claims(get("/status-lists/0", null)), "iat");
            assertTrue(issuedAt >= before);
            before = issuedAt;
        }
    }

    @Test
    void t06_aHerdOfCallersHasTheListReadAndSignedOnce() throws Exception {
        change(issued(), "REVOKED");
        var ready = new CountDownLatch(CALLERS);
        var calls = new ArrayList<Callable<PublishedList>>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(() -> {
                ready.countDown();
                ready.await();
                return publishStatusList.publish(0).orElseThrow();
            });
        }
        var given = new HashSet<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                given.add(System.identityHashCode(call.get()));
            }
        }
        assertEquals(1, given.size());
    }

    @Test
    void namesNobodyInAList() {
        var claims = claims(get("/status-lists/0", null));
        assertEquals(Set.of("iss", "sub", "iat", "exp", "ttl", "status_list"), claims.keySet());
        assertFalse(claims.toString().contains("370499"));
    }

    private HttpResponse<String> get(String path, @Nullable String known) {
        var request = HttpRequest.GET(path).accept("application/statuslist+jwt");
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return http.toBlocking().exchange(request, String.class);
    }

    private EntryStatus entry(Licence licence) {
        var path = URI.create(licence.uri).getPath();
        assertEquals(
                Optional.empty(), lists.offer(requireNonNull(get(path, null).body()), licence.uri, clock.instant()));
        return lists.status(licence.uri, licence.index, clock.instant());
    }

    private IssueRequest request() {
        return IssueRequest.of(registry, UseRequest.MARRIAGE, Holders.citizen("单小花"));
    }

    private Licence issued() {
        var request = request();
        return Licence.of(request, system.put(request.path(), request.body()));
    }

    private void change(Licence licence, String status) {
        var body = Map.of("status", status, "reason", "核查");
        var reply = system.post(licence.request.path() + "/status", body);
        assertEquals(200, reply.status(), reply.body()::toString);
    }

    private static long second(Map<String, Object> claims, String name) {
        return (long) requireNonNull(claims.get(name));
    }

    private static Map<String, Object> claims(HttpResponse<String> response) {
        return claims(requireNonNull(response.body()));
    }

    private static Map<String, Object> claims(String token) {
        return StrictJson.object(Base64Url.decode(token.split("\\.", -1)[1]), 1 << 20);
    }

    /** What a licence says of its entry. */
    private record Licence(IssueRequest request, String uri, long index) {
        static Licence of(IssueRequest request, Caller.Reply reply) {
            assertTrue(reply.status() < 300, reply.body()::toString);
            var status =
                    object(claims(reply.text("signedLicence").split("~", -1)[0]).get("status"));
            var entry = object(status.get("status_list"));
            return new Licence(request, String.valueOf(entry.get("uri")), second(entry, "idx"));
        }
    }
}
