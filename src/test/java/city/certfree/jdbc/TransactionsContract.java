package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.Transactions;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What use cases rely on, on a table with one number by name. */
abstract class TransactionsContract {
    @Inject
    Transactions transactions;

    @Inject
    JdbcOperations jdbc;

    /** Makes the table {@code counter}, empty, for the service's user. */
    abstract void createTable();

    @BeforeAll
    void prepare() {
        createTable();
    }

    @BeforeEach
    void fill() {
        execute("DELETE FROM `counter`");
        execute("INSERT INTO `counter` VALUES ('a', 0), ('b', 0)");
    }

    @Test
    void keepsWhatIsDone() {
        transactions.write(() -> add("a", 1));
        assertEquals(1, value("a"));
    }

    @Test
    void keepsNothingOfWhatFails() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.write(() -> {
                    add("a", 1);
                    throw new IllegalStateException("our own");
                }));
        assertEquals(0, value("a"));
    }

    @Test
    void joinsTheTransactionThatItIsCalledIn() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.write(() -> {
                    transactions.write(() -> add("a", 1));
                    assertEquals(1, value("a"));
                    throw new IllegalStateException("our own");
                }));
        assertEquals(0, value("a"));
    }

    @Test
    void readsOutsideATransaction() {
        assertEquals(0, value("b"));
    }

    /** Each by itself, at once, and whatever becomes of the others; after the row nothing is left of it. */
    @Test
    void keepsEachOfARowByItself() {
        try (var _ = transactions.row()) {
            transactions.write(() -> add("a", 1));
            inAnotherThread(() -> {
                assertEquals(1, value("a"));
                return transactions.write(() -> add("a", 1)); // nothing is locked any more
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> transactions.run(() -> {
                        add("a", 100);
                        throw new IllegalStateException("our own");
                    }));
            transactions.write(() -> add("b", 7));
            assertEquals(2, value("a"));
            keepsAtOnceWhatIsNoTransaction(8);
            transactions.write(() -> add("b", 1));
        }
        assertEquals(9, value("b"));
        keepsAtOnceWhatIsNoTransaction(10);
    }

    private void keepsAtOnceWhatIsNoTransaction(int expected) {
        transactions.<Integer>read(() -> add("b", 1));
        inAnotherThread(() -> {
            assertEquals(expected, value("b"));
            return 0;
        });
    }

    /** As the driver's do for a connection that was closed under it. */
    @Test
    void takesAFaultWithoutAStateForTheDatabasesAbsence() {
        assertThrows(
                Transactions.StorageUnavailable.class,
                () -> transactions.write(() -> {
                    throw new IllegalStateException(new SQLException("no state"));
                }));
    }

    @Test
    void leavesAFaultOfOurOwnAsItIs() {
        var fault = assertThrows(
                RuntimeException.class,
                () -> transactions.write(() -> execute("INSERT INTO `counter` VALUES ('a', 1)")));
        assertEquals(false, fault instanceof Transactions.StorageUnavailable);
    }

    @Test
    void leavesAFaultOfOurOwnInABatchAsItIs() {
        var fault = assertThrows(RuntimeException.class, () -> transactions.write(() -> insertAll(List.of("c", "a"))));
        assertEquals(false, fault instanceof Transactions.StorageUnavailable);
        assertEquals(0, transactions.read(() -> count("c")));
    }

    @Test
    void doesNotRepeatWhatFailsForAReasonOfOurOwn() {
        var runs = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> transactions.write(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("our own");
                }));
        assertEquals(1, runs.get());
    }

    /** R2: a transaction that the database asks to restart is restarted as a whole; nothing of its earlier runs is kept. */
    @ParameterizedTest
    @CsvSource({"1213, 40001", "1205, HY000", "1020, HY000", "0, 40001"})
    void restartsTheWholeTransactionWhenTheDatabaseAsksForIt(int code, String state) {
        var runs = new AtomicInteger();

        transactions.run(() -> {
            add("a", 1);
            if (runs.incrementAndGet() < 3) {
                throw refused(code, state);
            }
        });

        assertEquals(3, runs.get());
        assertEquals(1, value("a"));
    }

    /** R2: there is an end to it, and then the caller is told to come again. */
    @Test
    void restartsNoMoreThanTwice() {
        var runs = new AtomicInteger();
        assertThrows(
                Transactions.StorageUnavailable.class,
                () -> transactions.run(() -> {
                    runs.incrementAndGet();
                    throw refused(1213, "40001");
                }));
        assertEquals(3, runs.get());
    }

    /** R3: what was read before is read again, for somebody else may have changed it meanwhile. */
    @Test
    void readsAgainWhatAnotherHasChangedMeanwhile() {
        var runs = new AtomicInteger();

        transactions.run(() -> {
            int seen = number("SELECT `value` FROM `counter` WHERE `name` = ?", "b");
            if (runs.incrementAndGet() == 1) {
                inAnotherThread(() -> transactions.write(() -> add("b", 5)));
                throw refused(1020, "HY000");
            }
            add("a", seen);
        });

        assertEquals(5, value("a"));
    }

    /** R10: no room (1114, 1021, errno 28), read-only (1290), not in the cluster (1047): nobody storms the database for it. */
    @ParameterizedTest
    @CsvSource({"1114, HY000", "1021, HY000", "1030, HY000", "1290, HY000", "1047, 08S01", "3100, HY000", "3101, 40000"
    })
    void doesNotRepeatWhatTheDatabaseCannotKeepNow(int code, String state) {
        var runs = new AtomicInteger();
        assertThrows(
                Transactions.StorageUnavailable.class,
                () -> transactions.run(() -> {
                    runs.incrementAndGet();
                    throw refused(code, state);
                }));
        assertEquals(1, runs.get());
    }

    private static RuntimeException refused(int code, String state) {
        return new DataAccessException("refused", new SQLException("refused", state, code));
    }

    private static void inAnotherThread(Callable<Integer> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(work).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int add(String name, int amount) {
        return jdbc.prepareStatement("UPDATE `counter` SET `value` = `value` + ? WHERE `name` = ?", statement -> {
            statement.setInt(1, amount);
            statement.setString(2, name);
            return statement.executeUpdate();
        });
    }

    int value(String name) {
        return transactions.read(() -> number("SELECT `value` FROM `counter` WHERE `name` = ?", name));
    }

    private int count(String name) {
        return number("SELECT COUNT(*) FROM `counter` WHERE `name` = ?", name);
    }

    int number(String sql, String name) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private int[] insertAll(List<String> names) {
        return jdbc.prepareStatement("INSERT INTO `counter` VALUES (?, 0)", statement -> {
            for (var name : names) {
                statement.setString(1, name);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    boolean execute(String sql) {
        return transactions.write(() -> jdbc.prepareStatement(sql, PreparedStatement::execute));
    }
}
