package city.certfree.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Draft;
import city.certfree.audit.Pending;
import city.certfree.audit.Receipt;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.OnMariaDb;
import city.certfree.kernel.Presumptions.Presumption;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was decided by something that does not hold any more when it would be recorded. */
@MicronautTest(transactional = false)
class PresumedActsTest implements OnMariaDb {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Inject
    AccessLog log;

    @Inject
    LogWriter writer;

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void leavesNothing() {
        var record = use();
        assertEquals(Optional.empty(), log.append(outdated(record)));
        assertTrue(log.find(record.id()).isEmpty());
    }

    @Test
    void runsNoStatementAndClosesNothing() {
        var record = use();
        var closed = new AtomicInteger();
        var act = Pending.after("outdated", runs::incrementAndGet, run -> recorded(record))
                .<Optional<Receipt>>map(Optional::of)
                .closing(receipt -> closed.incrementAndGet())
                .presuming(new NeverConfirmed(), Optional.empty());
        assertEquals(Optional.empty(), log.append(act));
        assertEquals(0, runs.get());
        assertEquals(0, closed.get());
        assertTrue(log.find(record.id()).isEmpty());
    }

    @Test
    void holdsUpNobodyInItsGroup() throws Exception {
        var good = use();
        var bad = use();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Receipt> first = threads.submit(() -> log.append(Pending.after(
                    "holds the writer up",
                    () -> {
                        begun.countDown();
                        await(goOn);
                        return 1;
                    },
                    one -> recorded(use()))));
            begun.await();
            var outdated = threads.submit(() -> log.append(outdated(bad)));
            awaitWaiting(1);
            var other = threads.submit(() -> log.append(Pending.of(recorded(good))));
            awaitWaiting(2);
            goOn.countDown();
            first.get();
            assertEquals(Optional.empty(), outdated.get());
            assertEquals(good.id(), other.get().record());
        } finally {
            goOn.countDown();
        }
        assertEquals(good, log.find(good.id()).orElseThrow());
        assertTrue(log.find(bad.id()).isEmpty());
    }

    private static Pending<Optional<Receipt>> outdated(AccessRecord record) {
        return Pending.recorded(record, receipt -> receipt)
                .<Optional<Receipt>>map(Optional::of)
                .presuming(new NeverConfirmed(), Optional.empty());
    }

    private static Draft<Receipt> recorded(AccessRecord record) {
        return new Draft.Recorded<>(record, receipt -> receipt);
    }

    private static AccessRecord use() {
        return AccessRecordOf.use(null, NOW);
    }

    /** Until so many wait behind the act that holds the writer up. */
    private void awaitWaiting(int count) {
        while (writer.waiting() != count) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record NeverConfirmed() implements Presumption {}
}
