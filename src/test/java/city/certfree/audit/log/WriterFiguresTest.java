package city.certfree.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.FaultyCommits;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestClock;
import city.certfree.kernel.Transactions.Overloaded;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the log's writer tells of itself. */
@MicronautTest(transactional = false, rebuildContext = true)
@Property(name = FaultyCommits.PROPERTY, value = "true")
@Property(name = TestClock.PROPERTY, value = "2026-11-23T08:00:00Z")
@Property(name = "certfree.log.longest-wait", value = "100s")
@Timeout(120)
class WriterFiguresTest implements OnH2 {
    /** As many as may wait. */
    private static final int CAPACITY = 4096;

    @Inject
    AccessLog log;

    @Inject
    LogWriter writer;

    @Inject
    MeterRegistry metrics;

    @Inject
    TestClock clock;

    @Inject
    FaultyCommits faults;

    @Test
    void theAgeOfACheckpointIsKnownFromTheFirstOn() {
        assertTrue(Double.isNaN(gauge("certfree.log.checkpoint.age")));
        append();
        assertEquals(0, gauge("certfree.log.checkpoint.age"));
        clock.advance(Duration.ofSeconds(90));
        assertEquals(90, gauge("certfree.log.checkpoint.age"));
        append();
        assertEquals(0, gauge("certfree.log.checkpoint.age"));
    }

    @Test
    void tellsHowManyWaitAndHowManyWereTurnedAway() throws Exception {
        var held = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> log.append(Pending.act(
                    () -> {
                        held.countDown();
                        return await(goesOn);
                    },
                    done -> Optional.empty())));
            held.await();
            var others = new ArrayList<Future<String>>();
            for (int i = 0; i < CAPACITY; i++) {
                others.add(threads.submit(() -> log.append(Pending.answered("waiting"))));
            }
            while (writer.waiting() < CAPACITY) {
                Thread.onSpinWait();
            }
            double waiting = gauge("certfree.log.waiting");
            var tooMany = threads.submit(() -> log.append(Pending.answered("one too many")));
            var refusal = refusalOf(tooMany, goesOn);
            assertEquals(CAPACITY, waiting);
            assertTrue(refusal.getCause() instanceof Overloaded);
            assertEquals(1, refused("full"));
            first.get();
            for (var other : others) {
                assertEquals("waiting", other.get());
            }
        }
        assertEquals(0, gauge("certfree.log.waiting"));
        var groups = metrics.get("certfree.log.group").summary();
        assertEquals(CAPACITY + 1, groups.totalAmount());
        assertEquals(1 + CAPACITY / 256, groups.count());
        assertEquals(groups.count(), metrics.get("certfree.log.commit").timer().count());
        assertEquals(0, refused("storage"));
    }

    @Test
    void whatFindsTheStorageAwayIsCounted() {
        append();
        faults.away(true);
        // Groups in a row have their connection already: the first may yet be durable.
        int thrown = 0;
        while (thrown < 2) {
            try {
                append();
            } catch (StorageUnavailable e) {
                thrown++;
            }
        }
        faults.away(false);
        assertEquals(2, refused("storage"));
        assertEquals(0, refused("full"));
    }

    /** Whatever comes of it, those that wait are let go on. */
    private static ExecutionException refusalOf(Future<String> tooMany, CountDownLatch goesOn) {
        try {
            return assertThrows(ExecutionException.class, () -> tooMany.get(30, TimeUnit.SECONDS));
        } finally {
            goesOn.countDown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append() {
        log.append(Pending.recorded(AccessRecordOf.use(null, clock.instant()), receipt -> receipt));
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private double refused(String cause) {
        return metrics.get("certfree.log.refused").tag("cause", cause).counter().count();
    }
}
