package city.certfree.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.access.account.NewPassword;
import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.access.client.DisableClient;
import city.certfree.access.grant.Grantee;
import city.certfree.fixture.Caller;
import city.certfree.fixture.GivenGrants;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.OfficeCode;
import city.certfree.token.AccessTokens;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one node is told of a system holds for the next request at the other, which goes by what it saw last. */
@MicronautTest(transactional = false)
class SystemsOnTwoNodesTest implements OnDemoCity {
    private static final OfficeCode OFFICE = new OfficeCode("37040210001");

    @Inject
    EmbeddedServer first;

    private EmbeddedServer second;
    private HttpClient atSecond;
    private Caller citizen;

    @BeforeAll
    void startTheOtherNode() {
        var properties = new HashMap<String, Object>(OnDemoCity.City.properties());
        properties.put("micronaut.server.port", -1);
        second = ApplicationContext.run(EmbeddedServer.class, properties);
        atSecond = first.getApplicationContext().createBean(HttpClient.class, second.getURL());
        citizen = Caller.citizen(atSecond, Caller.WANG);
    }

    @AfterAll
    void stopTheOtherNode() {
        atSecond.close();
        second.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-key-of-the-caller"})
    void isLetInWithItsFirstRequestAndOutWithTheFirstAfterItWasDisabled(String key) {
        assertEquals(200, share(Caller.system(atSecond), "").status(), "the node has seen the numbers");
        var name = "brief-" + key.length();
        add(name);
        bean(GivenGrants.class).grantAll(Grantee.system(name), OFFICE);
        var token = bean(AccessTokens.class).issue(name, bean(Clock.class).instant());
        var system = Caller.bearer(atSecond, token.text());

        int before = uses();
        assertEquals(200, share(system, key + 1).status());
        assertEquals(before + 1, uses());

        bean(DisableClient.class).disable(name);
        assertEquals("401 not-signed-in", share(system, key + 2).problem());
        assertEquals(before + 1, uses(), "nothing is recorded of it");

        add(name + "-2");
        assertEquals(
                200, share(Caller.system(atSecond), key + 3).status(), "what does not concern it does not stop it");
        assertEquals(before + 2, uses(), "and it is recorded once");
    }

    private void add(String name) {
        bean(AddClient.class)
                .add(new NewClient(name, OFFICE, new Credential.Secret(NewPassword.random()), false, true));
    }

    private static Caller.Reply share(Caller system, String key) {
        var body = UseRequest.share().body();
        return key.length() < 2
                ? system.post("/api/v1/shares", body)
                : system.post("/api/v1/shares", body, "Idempotency-Key", key);
    }

    private int uses() {
        var total = citizen.get("/api/v1/me/uses?limit=1").member("total");
        return ((Number) Objects.requireNonNull(total)).intValue();
    }

    private <T> T bean(Class<T> type) {
        return first.getApplicationContext().getBean(type);
    }
}
