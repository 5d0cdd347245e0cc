package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.MariaDbServer;
import city.certfree.kernel.Transactions;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a server of its own, for it stops it. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionsOnMariaDbTest extends TransactionsContract implements TestPropertyProvider {
    /** What a caller is promised when the database is gone. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

    /** MariaDB's ER_STATEMENT_TIMEOUT. */
    private static final int ENDED_BY_THE_SERVER = 1969;

    @Inject
    DataSource database;

    private final MariaDbServer server = MariaDbServer.own();

    @Override
    public Map<String, String> getProperties() {
        return server.properties();
    }

    @Override
    void createTable() {
        server.administer(
                """
                CREATE TABLE `counter` (`name` CHAR(1) PRIMARY KEY, `value` INT NOT NULL)
                GRANT SELECT, INSERT, UPDATE, DELETE ON `counter` TO 'certfree'@'127.0.0.1'
                """);
    }

    @Test
    void runsTheLoserOfADeadlockAgain() throws Exception {
        var bothHoldOne = new CyclicBarrier(2);
        var runs = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var forth = threads.submit(() -> addToBoth("a", "b", bothHoldOne, runs));
            var back = threads.submit(() -> addToBoth("b", "a", bothHoldOne, runs));
            forth.get(30, TimeUnit.SECONDS);
            back.get(30, TimeUnit.SECONDS);
        }
        assertEquals(3, runs.get(), "one of the two ran twice");
        assertEquals(2, value("a"));
        assertEquals(2, value("b"));
    }

    /** What a row is for: autocommit is switched for all of it. */
    @Test
    void aRowSwitchesAutocommitOnce() throws SQLException {
        int alone = switches(() -> repeatedly(50, () -> transactions.write(() -> add("a", 1))));
        int inARow = switches(() -> {
            try (var _ = transactions.row()) {
                repeatedly(50, () -> transactions.write(() -> add("a", 1)));
            }
        });
        assertTrue(alone >= 100, () -> alone + " alone");
        assertTrue(inARow < 50, () -> inARow + " in a row, with those of others beside it");
        assertEquals(100, value("a"));
    }

    @Test
    void aRowGoesOnWithAnotherConnectionWhenItsOwnIsBroken() {
        try (var _ = transactions.row()) {
            long connection = transactions.write(() -> (long) number("SELECT CONNECTION_ID() WHERE '' = ?", ""));
            assertEquals(connection, transactions.<Long>write(() ->
                    (long) number("SELECT CONNECTION_ID() WHERE '' = ?", "")));
            server.administer("KILL " + connection);
            assertThrows(Transactions.StorageUnavailable.class, () -> transactions.write(() -> add("a", 1)));
            transactions.write(() -> add("a", 1));
            assertEquals(1, value("a"));
        }
        transactions.write(() -> add("a", 1));
        assertEquals(2, value("a"));
    }

    private int switches(Runnable work) throws SQLException {
        int before = settings();
        work.run();
        return settings() - before;
    }

    /** How often something was set on the server. */
    private int settings() throws SQLException {
        try (var root = server.asRoot();
                var statement = root.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_set_option'")) {
            rows.next();
            return rows.getInt(2);
        }
    }

    private static void repeatedly(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    /** R11: nothing is waited for without an end: a connection, an answer, another's lock. */
    @Test
    void waitsForNothingWithoutAnEnd() throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
            var properties = connection.unwrap(JdbcConnection.class).getPropertySet();
            assertEquals(
                    1_000,
                    properties.getIntegerProperty(PropertyKey.connectTimeout).getValue());
            assertEquals(1_700, connection.getNetworkTimeout());
        }
        assertEquals(
                1,
                transactions.<Integer>read(
                        () -> jdbc.prepareStatement("SELECT @@SESSION.innodb_lock_wait_timeout", statement -> {
                            try (var rows = statement.executeQuery()) {
                                rows.next();
                                return rows.getInt(1);
                            }
                        })));
    }

    /** R11: the server itself ends what runs too long, before the socket gives up, and serves the connection further. */
    @Test
    void theServerEndsAStatementThatRunsTooLong() throws SQLException {
        var fault = assertThrows(
                Transactions.StorageUnavailable.class,
                () -> transactions.run(() -> {
                    add("a", 1);
                    number("SELECT SLEEP(?)", "60");
                }));
        assertEquals(ENDED_BY_THE_SERVER, errorCode(fault));
        assertEquals(0, value("a"));

        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var statement = connection.createStatement()) {
            var ended = assertThrows(SQLException.class, () -> statement.executeQuery("SELECT SLEEP(60)"));
            assertEquals(ENDED_BY_THE_SERVER, ended.getErrorCode());
            assertTrue(statement.execute("SELECT 1"));
        }
    }

    @Test
    void saysThatTheStorageIsAwayAndRecoversByItself() {
        assertEquals(0, value("a"));
        server.stop();
        try {
            assertTimeout(LONGEST_WAIT, () -> assertThrows(Transactions.StorageUnavailable.class, () -> value("a")));
            assertTimeout(
                    LONGEST_WAIT,
                    () -> assertThrows(
                            Transactions.StorageUnavailable.class, () -> transactions.write(() -> add("a", 1))));
        } finally {
            server.start();
        }
        assertTimeout(LONGEST_RECOVERY, this::awaitStorage);
        assertEquals(0, value("a"));
    }

    /** The pool tries again in growing steps, of five seconds at most; a call waits for it a second. */
    private void awaitStorage() {
        while (isAway()) {
            Thread.onSpinWait();
        }
    }

    private boolean isAway() {
        try {
            value("a");
            return false;
        } catch (Transactions.StorageUnavailable away) {
            return true;
        }
    }

    /** The first runs of both meet, each with one row locked and the other's to come. */
    private int addToBoth(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        return transactions.write(() -> {
            boolean firstRun = runs.incrementAndGet() <= 2;
            add(first, 1);
            if (firstRun) {
                meet(bothHoldOne);
            }
            return add(second, 1);
        });
    }

    private static int errorCode(Throwable e) {
        return e instanceof SQLException sql
                ? sql.getErrorCode()
                : errorCode(Objects.requireNonNull(e.getCause(), e::toString));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
