package city.certfree.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.demo.LoadDemo.Found;
import city.certfree.fixture.MariaDbServer;
import city.certfree.licence.LicenceStatus;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole sample city, as large as the demo has it, as the service's restricted user, on a server of its own. */
class LoadDemoOnMariaDbTest {
    private static MariaDbServer server;

    @BeforeAll
    static void startServer() {
        server = MariaDbServer.own();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @Test
    void loadsTheWholeCity() throws SQLException {
        try (var context = ApplicationContext.run(new HashMap<String, Object>(server.properties()), "test")) {
            assertEquals(Found.NOTHING, context.getBean(LoadDemo.class).load());

            var counts = countsByStatus(context);
            assertTrue(counts.values().stream().mapToInt(Integer::intValue).sum() >= 8_000, counts::toString);
            for (var status : LicenceStatus.values()) {
                assertTrue(counts.getOrDefault(status, 0) >= 20, counts::toString);
            }
            assertEquals(Found.DEMO, context.getBean(LoadDemo.class).load());
            assertEquals(counts, countsByStatus(context));
        }
    }

    private static Map<LicenceStatus, Integer> countsByStatus(ApplicationContext context) throws SQLException {
        var counts = new HashMap<LicenceStatus, Integer>();
        try (var connection = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class))
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT `status`, COUNT(*) FROM `licence` GROUP BY `status`")) {
            while (rows.next()) {
                counts.put(LicenceStatus.valueOf(rows.getString(1)), rows.getInt(2));
            }
        }
        return counts;
    }
}
