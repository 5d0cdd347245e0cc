package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.Transactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private int number(String sql, String name) {
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
