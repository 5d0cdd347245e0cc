package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.OnMariaDb;
import com.mysql.cj.conf.PropertyDefinitions.OpenTelemetry;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How the service's own connections are set, as the driver itself sees it. */
@MicronautTest(transactional = false, startApplication = false)
class MySqlDriverTest implements OnMariaDb {
    @Inject
    DataSource database;

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
}
