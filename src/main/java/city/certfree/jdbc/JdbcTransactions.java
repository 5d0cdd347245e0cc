package city.certfree.jdbc;

import city.certfree.kernel.Transactions;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions on the database, restarted as a whole when the database asks for it. */
@Singleton
final class JdbcTransactions implements Transactions {
    private static final int TRIES = 3;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    /** Deadlock, lock wait timeout, record changed since last read: the same transaction may succeed now. */
    private static final Set<Integer> MYSQL_CONFLICTS = Set.of(1213, 1205, 1020);

    /** Serialization failure (SQL:2016, class 40), and H2's lock timeout. */
    private static final Set<String> SQL_STATE_CONFLICTS = Set.of("40001", "HYT00");

    /** Data, integrity constraint, syntax or access rule (SQL:2016, classes 22, 23, 42): trying again cannot help. */
    private static final Set<String> OUR_OWN_FAULTS = Set.of("22", "23", "42");

    private final TransactionOperations<Connection> operations;
    private final ConnectionOperations<Connection> connections;
    private final TransactionRows rows;
    private final StorageHealth health;

    JdbcTransactions(
            TransactionOperations<Connection> operations,
            ConnectionOperations<Connection> connections,
            TransactionRows rows,
            StorageHealth health) {
        this.operations = operations;
        this.connections = connections;
        this.rows = rows;
        this.health = health;
    }

    @Override
    public <T> T write(Supplier<T> work) {
        if (operations.findTransactionStatus().isPresent()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                rows.prepare();
                return operations.executeWrite(status -> work.get());
            } catch (RuntimeException e) {
                rows.interrupt();
                if (!isConflict(e) || attempt == TRIES) {
                    throw asFault(e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        try {
            if (operations.findTransactionStatus().isEmpty()) {
                rows.interrupt();
            }
            return connections.execute(ConnectionDefinition.DEFAULT, connection -> work.get());
        } catch (RuntimeException e) {
            throw asFault(e);
        }
    }

    @Override
    public Row row() {
        return rows.begin();
    }

    private static boolean isConflict(RuntimeException e) {
        var sql = sqlException(e);
        return sql != null
                && (MYSQL_CONFLICTS.contains(sql.getErrorCode()) || SQL_STATE_CONFLICTS.contains(state(sql)));
    }

    /** What the database or the way to it refuses is unavailability; what our own statements break stays as it is. */
    private RuntimeException asFault(RuntimeException e) {
        var sql = sqlException(e);
        if (sql == null || isOurOwn(sql)) {
            return e;
        }
        health.refused(sql);
        return isBusyPool(sql) ? new Overloaded(e) : new StorageUnavailable(e);
    }

    /** The pool names the last connection that failed as the cause of its time-out; without one all are in use. */
    private static boolean isBusyPool(SQLException e) {
        return e instanceof SQLTransientConnectionException && e.getCause() == null;
    }

    private static boolean isOurOwn(SQLException e) {
        var state = state(e);
        return OUR_OWN_FAULTS.contains(state.substring(0, Math.min(2, state.length())));
    }

    /** Empty when the driver says none. */
    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }

    private static @Nullable SQLException sqlException(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
