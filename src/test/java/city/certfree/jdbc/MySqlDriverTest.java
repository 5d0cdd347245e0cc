package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.OnMariaDb;
import com.mysql.cj.conf.PropertyDefinitions.OpenTelemetry;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.BeanContext;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.inject.BeanIdentifier;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How the service's own connections are set, as the driver itself sees it. */
@MicronautTest(transactional = false, startApplication = false)
class MySqlDriverTest implements OnMariaDb {
    @Inject
    DataSource database;

    @Inject
    BeanContext context;

    @Test
    void aStatementIsNoSpanAndASilentServerIsGivenUp() throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
            var set = connection.unwrap(JdbcConnection.class).getPropertySet();
            assertEquals(
                    OpenTelemetry.DISABLED,
                    set.getEnumProperty(PropertyKey.openTelemetry).getValue());
            assertEquals(1700, set.getIntegerProperty(PropertyKey.socketTimeout).getValue());
        }
    }

    /** R11: nobody waits at a counter for a command, and yet it does not wait for ever. */
    @Test
    void aCommandsStatementsMayTakeLonger() throws SQLException {
        assertEquals(1.5, longestStatement(ofAProcess(false)));
        assertEquals(29, longestStatement(ofAProcess(true)));
    }

    /** R9: what the database takes for now does not depend on where it stands. */
    @Test
    void theSessionLivesInUtc() throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT @@session.time_zone, TIMEDIFF(NOW(), UTC_TIMESTAMP())")) {
            row.next();
            assertEquals("+00:00", row.getString(1));
            assertEquals("00:00:00", row.getString(2));
        }
    }

    private DatasourceConfiguration ofAProcess(boolean thatRunsACommand) {
        var configuration = new DatasourceConfiguration("other");
        getProperties().forEach((name, value) -> {
            switch (name) {
                case "datasources.default.url" -> configuration.setUrl(value);
                case "datasources.default.username" -> configuration.setUsername(value);
                case "datasources.default.password" -> configuration.setPassword(value);
                default -> {
                    // Not of a connection.
                }
            }
        });
        var definition = context.getBeanDefinition(DatasourceConfiguration.class);
        return new MySqlDriver(thatRunsACommand)
                .onCreated(new BeanCreatedEvent<>(context, definition, BeanIdentifier.of("other"), configuration));
    }

    private static double longestStatement(DatasourceConfiguration configuration) throws SQLException {
        var properties = new Properties();
        properties.putAll(configuration.getDataSourceProperties());
        properties.setProperty("user", configuration.getUsername());
        properties.setProperty("password", configuration.getPassword());
        try (var connection = DriverManager.getConnection(configuration.getUrl(), properties);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT @@session.max_statement_time")) {
            row.next();
            return row.getDouble(1);
        }
    }
}
