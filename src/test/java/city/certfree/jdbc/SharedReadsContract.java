package city.certfree.jdbc;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.kernel.Transactions;
import city.certfree.kernel.Transactions.StorageUnavailable;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What those who read together rely on, on the table of versions, which has the rows 1 to 3. */
abstract class SharedReadsContract {
    @Inject
    Statements statements;

    @Inject
    Transactions transactions;

    @Inject
    Versions versions;

    @Test
    void oneQueryAnswersAllWhoWaitedForTheOneBefore() throws Exception {
        var held = new HeldBack(transactions, 0);
        var reads = reads(held);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> reads.of(1));
            held.begun.await();
            var others = IntStream.rangeClosed(2, 40)
                    .boxed()
                    .collect(toMap(id -> id, id -> callers.submit(() -> reads.of(id))));
            awaitWaiting(reads, others.size());
            held.goOn.countDown();
            assertEquals(List.of(1), first.get());
            for (var other : others.entrySet()) {
                assertEquals(
                        other.getKey() <= 3 ? List.of(other.getKey()) : List.of(),
                        other.getValue().get());
            }
        }
        assertEquals(2, held.queries.get());
    }

    @Test
    void asksNoMoreThan64KeysAtOnceAndForgetsNobody() throws Exception {
        var held = new HeldBack(transactions, 0);
        var reads = reads(held);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> reads.of(1));
            held.begun.await();
            var others = IntStream.rangeClosed(-126, 3)
                    .mapToObj(id -> callers.submit(() -> reads.of(id)))
                    .toList();
            awaitWaiting(reads, others.size());
            held.goOn.countDown();
            long found = 0;
            for (var other : others) {
                found += other.get().size();
            }
            assertEquals(3, found);
            assertEquals(List.of(1), first.get());
        }
        // 130 keys: 64, 64 and 2.
        assertEquals(1 + 3, held.queries.get());
    }

    @Test
    void aFaultMeetsThoseWhoShareItAndNobodyElse() throws Exception {
        var held = new HeldBack(transactions, 2);
        var reads = reads(held);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> reads.of(1));
            held.begun.await();
            var second = callers.submit(() -> reads.of(2));
            var third = callers.submit(() -> reads.of(3));
            awaitWaiting(reads, 2);
            held.goOn.countDown();
            assertEquals(List.of(1), first.get());
            assertAway(second);
            assertAway(third);
            assertEquals(List.of(2), reads.of(2));
        }
    }

    /** F-06: nobody waits for a storage that is away longer than the first who finds out. */
    @Test
    void whoWaitsBehindAStorageThatIsAwayIsToldWithTheFirst() throws Exception {
        var held = new HeldBack(transactions, 1);
        var reads = reads(held);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> reads.of(1));
            held.begun.await();
            var second = callers.submit(() -> reads.of(2));
            awaitWaiting(reads, 1);
            held.goOn.countDown();
            assertAway(first);
            assertAway(second);
        }
        assertEquals(1, held.queries.get());
        assertEquals(List.of(2), reads.of(2));
    }

    private static void assertAway(Future<?> read) {
        var fault = assertThrows(ExecutionException.class, read::get);
        assertInstanceOf(StorageUnavailable.class, fault.getCause());
    }

    /** What is asked after a commit sees it, however many ask and change at the same time. */
    @Test
    void aReadSeesWhatWasCommittedBeforeItWasAsked() throws Exception {
        long before = versions.of(Versions.Held.GRANTS);
        var committed = new AtomicLong();
        Callable<Void> raising = () -> {
            for (int i = 0; i < 50; i++) {
                transactions.run(() -> versions.raise(Versions.Held.GRANTS));
                long least = before + committed.incrementAndGet();
                long seen = versions.of(Versions.Held.GRANTS);
                assertTrue(seen >= least, () -> seen + " is older than " + least);
            }
            return null;
        };
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : callers.invokeAll(List.of(raising, raising, raising, raising))) {
                done.get();
            }
        }
        assertEquals(before + 200, versions.of(Versions.Held.GRANTS));
    }

    @Test
    void withinATransactionItSeesWhatThatHasDone() {
        long before = versions.of(Versions.Held.SYSTEMS);
        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(() -> {
                    versions.raise(Versions.Held.SYSTEMS);
                    assertEquals(before + 1, versions.of(Versions.Held.SYSTEMS));
                    throw new IllegalStateException("take it back");
                }));
        assertEquals(before, versions.of(Versions.Held.SYSTEMS));
    }

    private SharedReads<Integer, Integer> reads(Transactions through) {
        return new SharedReads<>(
                statements,
                through,
                new KeyedQuery("SELECT `id` FROM `access_grant_head` WHERE", "`id` = ?"),
                (row, id) -> row.setInt(1, id),
                row -> new Found<>(row.getInt(1), row.getInt(1)));
    }

    private static void awaitWaiting(SharedReads<?, ?> reads, int count) {
        while (reads.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    /** Lets the first query wait until it may go on, and one of them fail. */
    private static final class HeldBack implements Transactions {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger queries = new AtomicInteger();
        private final Transactions real;
        private final int failing;

        /** @param failing which one fails; 0: none does */
        HeldBack(Transactions real, int failing) {
            this.real = real;
            this.failing = failing;
        }

        @Override
        public <T> T read(Supplier<T> work) {
            int number = queries.incrementAndGet();
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (number == failing) {
                throw new StorageUnavailable(new IllegalStateException("away"));
            }
            return real.read(work);
        }

        @Override
        public <T> T write(Supplier<T> work) {
            return real.write(work);
        }
    }
}
