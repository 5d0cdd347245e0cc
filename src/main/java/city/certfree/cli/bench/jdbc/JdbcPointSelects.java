package city.certfree.cli.bench.jdbc;

import city.certfree.cli.bench.drive.PointSelects;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.LongConsumer;

/** Point selects over TCP, each its own transaction, by a statement that the server keeps prepared. */
final class JdbcPointSelects implements PointSelects {
    private static final int CHUNK_ROWS = 5_000;
    private static final String TABLE =
            """
            CREATE TABLE `bench_point` (
              `id` BIGINT NOT NULL COMMENT 'from 1 on',
              `payload` BINARY(64) NOT NULL COMMENT 'the id in 64 decimal digits',
              PRIMARY KEY (`id`)
            ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'what raw point selects of a benchmark read'
            """;

    private final Connection connection;
    private final PreparedStatement select;

    private JdbcPointSelects(Connection connection, PreparedStatement select) {
        this.connection = connection;
        this.select = select;
    }

    @Override
    public void load(long rows, LongConsumer progress) {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS `bench_point`");
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            for (long first = 1; first <= rows; first += CHUNK_ROWS) {
                insert(first, Math.min(rows, first + CHUNK_ROWS - 1));
                connection.commit();
                progress.accept(Math.min(rows, first + CHUNK_ROWS - 1));
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(long first, long last) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO `bench_point` (`id`, `payload`) VALUES (?, ?)")) {
            for (long id = first; id <= last; id++) {
                insert.setLong(1, id);
                insert.setBytes(2, payload(id));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public boolean read(long key) {
        try {
            select.setLong(1, key);
            try (var row = select.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), payload(key));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] payload(long id) {
        byte[] payload = new byte[64];
        Arrays.fill(payload, (byte) '0');
        byte[] digits = Long.toString(id).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, payload, payload.length - digits.length, digits.length);
        return payload;
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
        public PointSelects open(Login login) {
            var properties = new Properties();
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
            properties.setProperty("useServerPrepStmts", "true");
            properties.setProperty("cachePrepStmts", "true");
            properties.setProperty("rewriteBatchedStatements", "true");
            try {
                var connection = DriverManager.getConnection(login.url(), properties);
                return new JdbcPointSelects(connection, prepared(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Also before the table is there: then the statement is prepared when it is first used. */
        private static PreparedStatement prepared(Connection connection) throws SQLException {
            return connection.prepareStatement("SELECT `payload` FROM `bench_point` WHERE `id` = ?");
        }
    }
}
