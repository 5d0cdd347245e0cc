package city.certfree.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.channel.once.OncePerKey;
import city.certfree.fixture.OnH2;
import city.certfree.kernel.Presumptions;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More acts than may be under way are refused at once, and nothing of them is done (F-22). */
@MicronautTest(transactional = false)
class ActsUnderWayTest implements OnH2 {
    private static final int MOST = 2;
    private static final byte[] BODY = {'{', '}'};

    @Inject
    OncePerKey once;

    @Inject
    AccessLog log;

    @Inject
    JsonMapper json;

    @Inject
    SignedIn signedIn;

    @Inject
    Presumptions presumptions;

    private final HttpRequest<?> request = HttpRequest.POST("/api/v1/verifications", "{}");
    private Acts acts;

    @BeforeEach
    void begin() {
        acts = new Acts(once, log, json, signedIn, presumptions, MOST);
    }

    @Test
    void refusesOneMoreThanMayBeUnderWayUntilOneHasEnded() throws Exception {
        var goOn = new CountDownLatch(1);
        var begun = new CountDownLatch(MOST);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MOST; i++) {
                callers.execute(() -> acts.record(request, "caller", BODY, () -> {
                    begun.countDown();
                    await(goOn);
                    return Pending.answered(HttpResponse.ok());
                }));
            }
            begun.await();
            assertOverloaded(() -> acts.record(request, "caller", BODY, () -> {
                throw new AssertionError("it was begun");
            }));
            assertOverloaded(() -> acts.perform(request, "caller", BODY, () -> {
                throw new AssertionError("it was begun");
            }));
            goOn.countDown();
        }
        assertEquals(
                200,
                acts.record(request, "caller", BODY, () -> Pending.answered(HttpResponse.ok()))
                        .code());
    }

    @Test
    void countsNoActThatFailed() {
        for (int i = 0; i < 2 * MOST; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> acts.record(request, "caller", BODY, () -> {
                        throw new IllegalStateException("our own");
                    }));
        }
        assertEquals(
                200, acts.perform(request, "caller", BODY, HttpResponse::ok).code());
    }

    private static void assertOverloaded(Runnable act) {
        var refused = assertThrows(ProblemException.class, act::run);
        assertEquals(ProblemCode.OVERLOADED, refused.code());
        assertEquals("2", refused.headers().get("Retry-After"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
