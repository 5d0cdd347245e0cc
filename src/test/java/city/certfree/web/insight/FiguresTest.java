package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.Scraped;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is done moves the figure that stands for it, by as much as was done. */
@MicronautTest(transactional = false)
class FiguresTest implements OnDemoCity {
    private static final String SHARES = "/api/v1/shares";
    private static final String VERIFICATIONS = "/api/v1/verifications";

    @Inject
    ManagementPort port;

    @Inject
    @Client("/")
    HttpClient http;

    private Caller system;
    private Caller clerk;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
        clerk = Caller.staff(http, "clerk01");
    }

    @Test
    void everyUseCountsOnceByChannelAndOutcome() {
        var before = Scraped.of(port);
        assertEquals(200, system.post(SHARES, UseRequest.share().body()).status());
        assertEquals(200, system.post(SHARES, UseRequest.share().body()).status());
        var verify = UseRequest.verify(Map.of()).body();
        assertEquals("NOTHING_CLAIMED", system.post(VERIFICATIONS, verify).text("result"));
        assertEquals(
                200, clerk.post("/api/v1/lookups", UseRequest.lookUp().body()).status());
        var shown = clerk.post(
                "/api/v1/show-verifications",
                UseRequest.redeem("token", "not-a-token").body());
        assertEquals("malformed", shown.text("reason"));
        var after = Scraped.of(port);
        assertEquals(2, after.since(before, uses("share", "shared")));
        assertEquals(1, after.since(before, uses("verify", "nothing-claimed")));
        assertEquals(1, after.since(before, uses("lookup", "looked-up")));
        assertEquals(1, after.since(before, uses("show", "malformed")));
        assertEquals(0, after.since(before, uses("share", "not-held")));
    }

    @Test
    void aUseThatIsAskedForTwiceUnderOneKeyCountsOnce() {
        var key = UUID.randomUUID().toString();
        var before = Scraped.of(port);
        for (int i = 0; i < 3; i++) {
            var reply = system.post(SHARES, UseRequest.share().body(), "Idempotency-Key", key);
            assertEquals(200, reply.status());
        }
        var after = Scraped.of(port);
        assertEquals(1, after.since(before, uses("share", "shared")));
        assertEquals(3, after.since(before, requests("POST", SHARES, "2xx")));
    }

    @Test
    void aRefusalCountsAsUseAndAsProblem() {
        var before = Scraped.of(port);
        var refused = system.post(
                SHARES, UseRequest.share().with("itemCode", "S99999999999").body());
        assertEquals("403 item-unknown", refused.problem());
        var after = Scraped.of(port);
        assertEquals(1, after.since(before, uses("share", "item-unknown")));
        assertEquals(1, after.since(before, "certfree_problems_total{code=\"item-unknown\"}"));
        assertEquals(1, after.since(before, requests("POST", SHARES, "4xx")));
    }

    @Test
    void whatIsNotRecordedIsNoUse() {
        var before = Scraped.of(port);
        assertEquals("400 malformed-json", system.post(SHARES, "{").problem());
        var after = Scraped.of(port);
        assertEquals(1, after.since(before, "certfree_problems_total{code=\"malformed-json\"}"));
        assertEquals(0, after.since(before, "certfree_log_group_count"));
    }

    @Test
    void aUseLastsAsLongAsItsRequestDidUpToTheDurableRecord() {
        var before = Scraped.of(port);
        long begun = System.nanoTime();
        system.post(SHARES, UseRequest.share().body());
        double most = (System.nanoTime() - begun) / 1e9;
        var after = Scraped.of(port);
        double lasted = after.since(before, "certfree_uses_seconds_sum{channel=\"share\",outcome=\"shared\"}");
        assertTrue(lasted > 0 && lasted <= most, () -> lasted + " of " + most);
        double request = after.since(
                before, "certfree_requests_seconds_sum{method=\"POST\",route=\"" + SHARES + "\",status=\"2xx\"}");
        assertTrue(request >= lasted && request <= most, () -> request + " of " + most);
    }

    /** An address may hold anything, a number of a person included. */
    @Test
    void anAddressThatMeetsNoRouteHasNoName() {
        var before = Scraped.of(port);
        Caller.nobody(http).get("/api/v1/" + Caller.WANG);
        var after = Scraped.of(port);
        assertEquals(1, after.since(before, requests("none", "none", "4xx")));
        assertFalse(after.text().contains(Caller.WANG));
    }

    @Test
    void theRouteOfARequestIsItsTemplate() {
        var before = Scraped.of(port);
        assertEquals(
                200,
                Caller.nobody(http)
                        .get("/api/v1/items/" + UseRequest.BIRTH_REGISTRATION)
                        .status());
        var after = Scraped.of(port);
        assertEquals(1, after.since(before, requests("GET", "/api/v1/items/{itemCode}", "2xx")));
        assertFalse(after.text().contains(UseRequest.BIRTH_REGISTRATION));
    }

    @Test
    void everyCommitIsAGroupOfActs() {
        system.post(SHARES, UseRequest.share().body());
        var before = Scraped.of(port);
        system.post(SHARES, UseRequest.share().body());
        var after = Scraped.of(port);
        assertEquals(1, after.since(before, "certfree_log_group_count"));
        assertEquals(1, after.since(before, "certfree_log_group_sum"));
        assertEquals(1, after.since(before, "certfree_log_commit_seconds_count"));
        assertEquals(0, after.value("certfree_log_waiting"));
        assertTrue(after.value("certfree_log_checkpoint_age_seconds") < 60);
    }

    @Test
    void thePoolTellsOfItsConnections() {
        var figures = Scraped.of(port);
        assertEquals(10, figures.value("hikaricp_connections_max{pool=\"certfree\"}"));
        assertTrue(figures.names().contains("hikaricp_connections_pending"));
    }

    private static String uses(String channel, String outcome) {
        return "certfree_uses_seconds_count{channel=\"%s\",outcome=\"%s\"}".formatted(channel, outcome);
    }

    private static String requests(String method, String route, String status) {
        return "certfree_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%s\"}"
                .formatted(method, route, status);
    }
}
