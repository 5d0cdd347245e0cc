package city.certfree.audit.jdbc;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements of our own on the connection of the caller's transaction: groups are written in batches. */
@Singleton
final class LogConnection {
    private final ConnectionOperations<Connection> connections;

    LogConnection(ConnectionOperations<Connection> connections) {
        this.connections = connections;
    }

    /** Runs an update; gives how many rows it changed. */
    int update(String sql, Object... values) {
        return prepared(sql, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Adds a row for each element in one batch. */
    <T> void batch(String sql, List<T> elements, Row<T> row) {
        prepared(sql, statement -> {
            for (var element : elements) {
                row.bind(statement, element);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** What a query finds, in its order. */
    <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        return prepared(sql, statement -> {
            set(statement, values);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        });
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private <T> T prepared(String sql, Work<T> work) {
        return connections.execute(ConnectionDefinition.DEFAULT, status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                return work.on(statement);
            } catch (SQLException e) {
                throw new DataAccessException("the evidence log's statement failed", e);
            }
        });
    }

    /** Binds an element to a row. */
    @FunctionalInterface
    interface Row<T> {
        void bind(PreparedStatement statement, T element) throws SQLException;
    }

    /** Reads the row that the result stands at. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
