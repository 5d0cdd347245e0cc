package city.certfree.story.anomaly;

import city.certfree.kernel.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Two transactions, each on a connection of its own, in the one order in which an update gets lost: the first does all it has to and
 * does not commit; the second does its own until the server keeps it waiting for a row of the first's, or to its end; only then
 * does the first commit.
 */
final class Interleaved {
    private static final long PATIENCE_SECONDS = 30;

    private static final String WAITING = "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'";

    private final Transactions transactions;
    private final Connection root;

    /** @param root on a server whose rows nobody else waits for */
    Interleaved(Transactions transactions, Connection root) {
        this.transactions = transactions;
        this.root = root;
    }

    /** What the first and the second came to. */
    <T> List<T> run(Supplier<T> first, Supplier<T> second) throws Exception {
        var done = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> transactions.write(() -> {
                var came = first.get();
                done.countDown();
                await(commit);
                return came;
            }));
            try {
                await(done);
                var other = threads.submit(() -> transactions.write(second));
                untilItWaits(other);
                commit.countDown();
                return List.of(result(one), result(other));
            } finally {
                commit.countDown();
            }
        }
    }

    private void untilItWaits(Future<?> other) throws SQLException {
        try (var statement = root.prepareStatement(WAITING)) {
            boolean waits = false;
            while (!waits && !other.isDone()) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    waits = row.getInt(2) > 0;
                }
            }
        }
    }

    private static <T> T result(Future<T> of) throws Exception {
        try {
            return of.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the other never came so far");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
