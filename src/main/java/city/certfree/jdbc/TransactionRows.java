package city.certfree.jdbc;

import city.certfree.kernel.Transactions.Row;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.SynchronousConnectionManager;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of transactions. A transaction alone is preceded by a way to the database that switches autocommit off, and followed by one that
 * switches it on again; in a row that is done once. A row takes its connection with its first transaction, and gives it back when it
 * ends or is interrupted; after that the next transaction takes another.
 */
@Singleton
final class TransactionRows {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionRows.class);

    private final SynchronousConnectionManager<Connection> connections;
    private final ThreadLocal<JdbcRow> rows = new ThreadLocal<>();

    TransactionRows(SynchronousConnectionManager<Connection> connections) {
        this.connections = connections;
    }

    /** Begins one of the calling thread, which must have none. */
    Row begin() {
        var row = new JdbcRow();
        rows.set(row);
        return () -> {
            rows.remove();
            row.giveBack();
        };
    }

    /** Before a transaction: in a row, that it has its connection. */
    void prepare() {
        var row = rows.get();
        if (row != null) {
            row.take();
        }
    }

    /** After a fault, and before what is no transaction. */
    void interrupt() {
        var row = rows.get();
        if (row != null) {
            row.giveBack();
        }
    }

    /** A row and the connection that it has at the moment. */
    private final class JdbcRow {
        private @Nullable ConnectionStatus<Connection> status;

        void take() {
            if (status == null) {
                var taken = connections.getConnection(ConnectionDefinition.DEFAULT);
                status = taken;
                set(taken, false);
            }
        }

        void giveBack() {
            var taken = status;
            if (taken != null) {
                status = null;
                set(taken, true);
                try {
                    connections.complete(taken);
                } catch (RuntimeException e) {
                    LOG.debug("a connection of a row could not be given back", e);
                }
            }
        }

        /** Of a connection that is broken it does not matter: the transaction finds out, or the pool. */
        private static void set(ConnectionStatus<Connection> status, boolean autoCommit) {
            try {
                status.getConnection().setAutoCommit(autoCommit);
            } catch (SQLException e) {
                LOG.debug("a connection of a row is broken", e);
            }
        }
    }
}
