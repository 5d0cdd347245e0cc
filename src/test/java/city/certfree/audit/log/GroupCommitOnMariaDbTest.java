package city.certfree.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.audit.Pending;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.FaultyCommits;
import city.certfree.fixture.FaultyCommits.Fault;
import city.certfree.fixture.MariaDbServer;
import city.certfree.fixture.OnMariaDb;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = FaultyCommits.PROPERTY, value = "true")
class GroupCommitOnMariaDbTest extends GroupCommitContract implements OnMariaDb {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    /** R7: a COMMIT whose line broke may still be on its way; whoever looks at once does not find it, and must not repeat it. */
    @Test
    void aCommitThatArrivesLateIsWaitedForAndNotRepeated() throws Exception {
        log.append(Pending.recorded(AccessRecordOf.use(null, NOW), receipt -> receipt));
        var runs = new AtomicInteger();
        var record = AccessRecordOf.use(null, NOW);
        faults.next(Fault.LATE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(
                    () -> log.append(Pending.after("late", runs::incrementAndGet, run -> recorded(record))));
            awaitSomebodyWhoWaitsForALock();
            faults.arrive();
            assertEquals(record.id(), answer.get(30, TimeUnit.SECONDS).record());
        }
        assertEquals(1, runs.get());
        assertEquals(record, log.find(record.id()).orElseThrow());
        assertIsWhole();
    }

    /** F-06: whoever waits for a writer whose statement is never answered is told that the storage is away, and asks again later. */
    @Test
    void keepsNobodyWaitingForAWriterThatIsStuck() throws Exception {
        var record = AccessRecordOf.use(null, NOW);
        var begun = new CountDownLatch(1);
        var stuck = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> log.append(Pending.after(
                    "stuck",
                    () -> {
                        begun.countDown();
                        return await(stuck);
                    },
                    won -> recorded(AccessRecordOf.use(null, NOW)))));
            begun.await();
            assertThrows(StorageUnavailable.class, () -> log.append(Pending.of(recorded(record))));
            stuck.countDown();
            assertThrows(ExecutionException.class, first::get);
        } finally {
            // Whatever came of it: the writer does not end before its statement.
            stuck.countDown();
        }
        log.append(Pending.of(recorded(AccessRecordOf.use(null, NOW))));
        assertEquals(record, log.find(record.id()).orElseThrow(), "what was in doubt has happened");
        assertIsWhole();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitSomebodyWhoWaitsForALock() throws SQLException {
        try (var root = MariaDbServer.shared().asRoot();
                var statement = root.createStatement()) {
            boolean waits = false;
            for (int looks = 0; !waits; looks++) {
                if (looks == 100_000) {
                    throw new AssertionError("nobody waits for the commit");
                }
                try (var rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'")) {
                    rows.next();
                    waits = rows.getInt(2) > 0;
                }
            }
        }
    }
}
