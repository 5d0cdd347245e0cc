package city.certfree.cli.bench.jdbc;

import city.certfree.cli.bench.server.Administration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A connection of an administrator. */
final class JdbcAdministration implements Administration {
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
