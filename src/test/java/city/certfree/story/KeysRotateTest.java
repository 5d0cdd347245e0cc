package city.certfree.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.NewPassword;
import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Profile;
import city.certfree.crypto.file.KeyDesk;
import city.certfree.fixture.MariaDbServer;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.AccessTokens;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes share a folder of keys, which are replaced while both are busy. */
class KeysRotateTest {
    private static final String CLIENT = "rotation-" + RandomId.next();
    private static final int PER_SECOND = 200;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** A permit for each answer: the rotation goes on by what the nodes have answered, not by the clock. */
    private final Semaphore answered = new Semaphore(0);

    private final AtomicBoolean turn = new AtomicBoolean();
    private final KeyDesk desk;
    private final Path folder;

    /** The secrets are those under which the other tests have written to the server. */
    KeysRotateTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.copy(Path.of("keys-sample/secrets.jwks.json"), folder.resolve("secrets.jwks.json"));
        desk = new KeyDesk(folder, Profile.INTL, Clock.systemUTC());
        desk.generate(List.of());
    }

    /** Each request carries a token that the other node has just signed: one such second after another, none is refused. */
    @Test
    void j35_noRequestFailsWhileKeysRotate() throws InterruptedException {
        try (var one = node();
                var other = node();
                var pace = Executors.newScheduledThreadPool(4)) {
            one.getApplicationContext()
                    .getBean(AddClient.class)
                    .add(new NewClient(
                            CLIENT,
                            new OfficeCode("37040210001"),
                            new Credential.Secret(new NewPassword("rotation-secret")),
                            false,
                            false));
            var there = new Way(one, other);
            var back = new Way(other, one);
            var ticking = pace.scheduleAtFixedRate(
                    () -> (turn.getAndSet(!turn.get()) ? there : back).send(),
                    0,
                    1_000 / PER_SECOND,
                    TimeUnit.MILLISECONDS);

            rotateTwice(one, other);
            ticking.cancel(false);
            pace.shutdown();
            assertTrue(pace.awaitTermination(1, TimeUnit.MINUTES));
        }

        assertEquals(List.of(), List.copyOf(failures));
    }

    private void rotateTwice(EmbeddedServer one, EmbeddedServer other) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            var before = ring(one).signer(KeyPurpose.ACCESS).kid();
            var next = rotate();
            while (ring(one).verifier(next, KeyPurpose.ACCESS).isEmpty()
                    || ring(other).verifier(next, KeyPurpose.ACCESS).isEmpty()) {
                answered.acquire();
            }
            answered.acquire(50);
            assertEquals(before, ring(one).signer(KeyPurpose.ACCESS).kid());

            rotate();
            while (!signsWith(one, next) || !signsWith(other, next)) {
                answered.acquire();
            }
            answered.acquire(50);
        }
    }

    /** The kid of the key that was published, or that signs now. */
    private String rotate() {
        return desk.rotate(key -> key.purpose().equals("access"), true)
                .getFirst()
                .key()
                .kid();
    }

    private static boolean signsWith(EmbeddedServer node, String kid) {
        return ring(node).signer(KeyPurpose.ACCESS).kid().equals(kid);
    }

    /** One way between the nodes. */
    private final class Way {
        private final AccessTokens tokens;
        private final Clock clock;
        private final HttpClient http;

        Way(EmbeddedServer from, EmbeddedServer to) {
            tokens = from.getApplicationContext().getBean(AccessTokens.class);
            clock = from.getApplicationContext().getBean(Clock.class);
            http = to.getApplicationContext().createBean(HttpClient.class, to.getURL());
        }

        void send() {
            try {
                var token = tokens.issue(CLIENT, clock.instant()).text();
                var request = HttpRequest.GET("/test/roles/system").bearerAuth(token);
                if (http.toBlocking().exchange(request).status() != HttpStatus.OK) {
                    failures.add("another status");
                }
            } catch (HttpClientResponseException e) {
                failures.add(e.getStatus().toString());
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
            answered.release();
        }
    }

    private static KeyRing ring(EmbeddedServer node) {
        return node.getApplicationContext().getBean(KeyRing.class);
    }

    private EmbeddedServer node() {
        Map<String, Object> properties = new HashMap<>(MariaDbServer.shared().properties());
        properties.put("micronaut.server.port", -1);
        properties.put("certfree.keys", folder.toString());
        properties.put("certfree.keys-refresh-interval", "500ms");
        properties.put("test.roles", true);
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }
}
