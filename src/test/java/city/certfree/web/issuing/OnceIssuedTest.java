package city.certfree.web.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.channel.once.KeyedActs;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What an issuer asks for and the answer that its key keeps are one thing: neither is ever there without the other. */
@MicronautTest(transactional = false)
@Property(name = OnceIssuedTest.KEYS_ARE_LOST, value = "true")
class OnceIssuedTest implements OnDemoCity {
    static final String KEYS_ARE_LOST = "test.keys-are-lost";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    Registry registry;

    @Inject
    LostKeys keys;

    @Test
    void issuesNothingWhoseAnswerCannotBeKept() {
        var issuer = Caller.system(http);
        var request = IssueRequest.of(registry, UseRequest.MARRIAGE, Holders.citizen("周小花"));
        var key = UUID.randomUUID().toString();

        keys.loseNext();
        assertEquals(
                500,
                issuer.put(request.path(), request.body(), "Idempotency-Key", key)
                        .status());
        assertEquals(404, issuer.get(request.path()).status());

        assertEquals(
                201,
                issuer.put(request.path(), request.body(), "Idempotency-Key", key)
                        .status());
        var again = issuer.put(request.path(), request.body(), "Idempotency-Key", key);
        assertEquals(201, again.status());
        assertEquals("true", again.header("Idempotency-Replayed"));
    }

    @Test
    void changesNoStatusWhoseAnswerCannotBeKept() {
        var issuer = Caller.system(http);
        var request = IssueRequest.of(registry, UseRequest.MARRIAGE, Holders.citizen("吴小花"));
        assertEquals(201, issuer.put(request.path(), request.body()).status());
        var status = request.path() + "/status";
        var suspended = Map.<String, Object>of("status", "SUSPENDED", "reason", "核查");
        var key = UUID.randomUUID().toString();

        keys.loseNext();
        assertEquals(500, issuer.post(status, suspended, "Idempotency-Key", key).status());
        assertEquals("VALID", issuer.get(request.path()).text("status"));

        assertEquals(200, issuer.post(status, suspended, "Idempotency-Key", key).status());
        assertEquals("SUSPENDED", issuer.get(request.path()).text("status"));
    }

    /** Lets a key be taken over by another node just before its answer is kept. */
    @Singleton
    @Requires(property = KEYS_ARE_LOST)
    static final class LostKeys implements BeanCreatedEventListener<KeyedActs> {
        private final AtomicBoolean next = new AtomicBoolean();

        void loseNext() {
            next.set(true);
        }

        @Override
        public KeyedActs onCreated(BeanCreatedEvent<KeyedActs> event) {
            var real = event.getBean();
            return (KeyedActs) Proxy.newProxyInstance(
                    KeyedActs.class.getClassLoader(),
                    new Class<?>[] {KeyedActs.class},
                    (self, method, arguments) -> method.getName().equals("complete") && next.getAndSet(false)
                            ? (Object) false
                            : method.invoke(real, arguments));
        }
    }
}
