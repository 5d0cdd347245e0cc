package city.certfree.jdbc;

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
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Statements of our own on the connection of the caller's transaction, for what is read or written in bulk. */
@Singleton
public final class Statements {
    /** As many kinds of rows as one use reads, one of which the others need not wait for. */
    private static final int READERS = 4;

    private static final long IDLE_SECONDS = 10;

    private final ConnectionOperations<Connection> connections;
    private final KeptStatements kept = new KeptStatements();

    /**
     * Who runs what many share. Threads of the platform: a virtual one that waits for the database is woken by way of two others, which
     * takes longer than a small query.
     */
    private final Executor readers = startReaders();

    Statements(ConnectionOperations<Connection> connections) {
        this.connections = connections;
    }

    private static Executor startReaders() {
        var threads = Thread.ofPlatform().daemon().name("reader-", 1).factory();
        var pool = new ThreadPoolExecutor(
                READERS, READERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    Executor readers() {
        return readers;
    }

    /** Whether the caller has a connection, whose transaction what is read now belongs to. */
    boolean areOnConnection() {
        return connections.findConnectionStatus().isPresent();
    }

    /** Runs an update; gives how many rows it changed. */
    public int update(String sql, Object... values) {
        return kept(sql, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Adds a row for each element, with as few statements as the server needs to know. */
    public <T> void insert(Insertion insertion, List<T> elements, Row<T> row) {
        for (int from = 0; from < elements.size(); ) {
            int rows = Insertion.sizeFor(elements.size() - from);
            var some = elements.subList(from, from + rows);
            kept(insertion.sql(rows), statement -> {
                for (int i = 0; i < rows; i++) {
                    row.bind(new Parameters(statement, i * insertion.columns()), some.get(i));
                }
                return statement.executeUpdate();
            });
            from += rows;
        }
    }

    /** What a query finds, in its order. */
    public <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        return select(sql, statement -> set(statement, values), reader);
    }

    /** As {@link #query}, with values that are bound by the caller. */
    <T> List<T> select(String sql, Binding binding, Reader<T> reader) {
        return kept(sql, statement -> {
            binding.on(statement);
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
        var parameters = new Parameters(statement, 0);
        for (int i = 0; i < values.length; i++) {
            parameters.setObject(i + 1, values[i]);
        }
    }

    private <T> T kept(String sql, Work<T> work) {
        return connections.execute(ConnectionDefinition.DEFAULT, status -> {
            var connection = status.getConnection();
            try (var use = kept.use(connection, sql)) {
                return work.on(use.statement());
            } catch (SQLException e) {
                kept.failed(connection, e);
                throw failure(e);
            }
        });
    }

    private static DataAccessException failure(SQLException e) {
        return new DataAccessException("a statement of our own failed", e);
    }

    /** Binds an element to a row. */
    @FunctionalInterface
    public interface Row<T> {
        void bind(Parameters row, T element) throws SQLException;
    }

    /** Reads the row that the result stands at. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Binds all values of a statement. */
    @FunctionalInterface
    interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
