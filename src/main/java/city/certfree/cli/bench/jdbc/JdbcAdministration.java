package city.certfree.cli.bench.jdbc;

import city.certfree.cli.bench.server.Administration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection of an administrator. */
final class JdbcAdministration implements Administration {
    /** ER_RECORD_FILE_FULL. */
    private static final int TABLE_FULL = 1114;

    private final Connection connection;

    private JdbcAdministration(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void execute(List<String> statements) {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String ask(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + query);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean executeIfThereIsRoom(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == TABLE_FULL) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> list(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(String.valueOf(rows.getString(1)));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Found by {@link java.util.ServiceLoader}. */
    public static final class Opening implements Opener {
        @Override
        public Administration open(String url, String user, String password) throws Unreachable {
            try {
                return new JdbcAdministration(DriverManager.getConnection(url, user, password));
            } catch (SQLException e) {
                throw new Unreachable(e);
            }
        }
    }
}
