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
import city.certfree.crypto.file.KeyLine;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes share a folder of keys, which are replaced while both are busy. */
class KeysRotateTest {
    private static final String CLIENT = "rotation-" + RandomId.next();
    private static final int PER_SECOND = 200;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean turn = new AtomicBoolean();
    private final KeyDesk desk;
    private final Path folder;

    KeysRotateTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new KeyDesk(folder, Profile.INTL, Clock.systemUTC());
        desk.generate(List.of());
    }

    /** Each request carries a token that the other node has just signed: one such second after another, none is refused. */
    @Test
    void noRequestFailsWhileKeysRotate() throws InterruptedException {
        try (var one = node();
                var other = node();
                var pace = Executors.newScheduledThreadPool(4)) {
            one.getApplicationContext()
                    .getBean(AddClient.class)
                    .add(new NewClient(
                            CLIENT,
                            new OfficeCode("37040210001"),
                            new Credential.Secret(new NewPassword("rotation-secret")),
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
        assertTrue(sent.get() > PER_SECOND, "only " + sent + " requests were sent");
    }

    private void rotateTwice(EmbeddedServer one, EmbeddedServer other) {
        for (int i = 0; i < 2; i++) {
            var before = ring(one).signer(KeyPurpose.ACCESS).kid();
            var next = desk.rotate(KeysRotateTest::isForAccess, true)
                    .getFirst()
                    .key()
                    .kid();
            awaitPublished(next, one, other);
            assertEquals(before, ring(one).signer(KeyPurpose.ACCESS).kid());

            desk.rotate(KeysRotateTest::isForAccess, true);
            awaitSigning(next, one);
            awaitSigning(next, other);
        }
    }

    private static boolean isForAccess(KeyLine key) {
        return key.purpose().equals("access");
    }

    /** A node looks at the files by itself; its key set tells when it has. */
    private static void awaitPublished(String kid, EmbeddedServer... nodes) {
        for (var node : nodes) {
            var http = node.getApplicationContext().createBean(HttpClient.class, node.getURL());
            var known = false;
            while (!known) {
                known = http.toBlocking().retrieve("/.well-known/jwks.json").contains(kid);
            }
        }
    }

    private static void awaitSigning(String kid, EmbeddedServer node) {
        var http = node.getApplicationContext().createBean(HttpClient.class, node.getURL());
        while (!ring(node).signer(KeyPurpose.ACCESS).kid().equals(kid)) {
            http.toBlocking().retrieve("/.well-known/jwks.json");
        }
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
            sent.incrementAndGet();
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
