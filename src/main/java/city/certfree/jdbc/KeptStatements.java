package city.certfree.jdbc;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Statements that the server has prepared, kept as long as their connection: a small query then costs it no parsing. Only
 * statements of our own are prepared so. The driver would send an {@code Instant} of Micronaut Data as a TIMESTAMP, which MariaDB takes
 * for null before 1970 and after 2038; our own bind DATETIMEs.
 */
final class KeptStatements {
    private final Map<JdbcConnection, Map<String, PreparedStatement>> byConnection = new ConcurrentHashMap<>();

    /** A statement on a connection, to be closed after use; on the embedded database, which keeps its own, an ordinary one. */
    Use use(Connection connection, String sql) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            var ordinary = connection.prepareStatement(sql);
            return new Use(ordinary, ordinary::close);
        }
        var physical = connection.unwrap(JdbcConnection.class);
        var kept = byConnection.get(physical);
        if (kept == null) {
            forgetClosed();
            kept = new HashMap<>();
            byConnection.put(physical, kept);
        }
        var statement = kept.get(sql);
        if (statement == null) {
            statement = physical.serverPrepareStatement(sql);
            kept.put(sql, statement);
        }
        return new Use(statement, statement::clearParameters);
    }

    private void forgetClosed() throws SQLException {
        for (var connection : List.copyOf(byConnection.keySet())) {
            if (connection.isClosed()) {
                byConnection.remove(connection);
            }
        }
    }

    /** Has the pool learn that a connection is broken, which it does not see by itself when a kept statement fails on it. */
    void failed(Connection connection, SQLException fault) {
        try {
            if (connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).isClosed()) {
                connection.prepareStatement("DO 0").close();
            }
        } catch (SQLException known) {
            fault.addSuppressed(known);
        }
    }

    /** A statement in use, by one thread. */
    record Use(PreparedStatement statement, End end) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            end.run();
        }
    }

    /** What is to be done after a use. */
    @FunctionalInterface
    interface End {
        void run() throws SQLException;
    }
}
