package city.certfree.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.audit.check.Verdict.Damage;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.Tampering;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The service watches its own evidence. */
@MicronautTest(transactional = false, rebuildContext = true)
@Property(name = "endpoints.health.details-visible", value = "ANONYMOUS")
class WatchLogsTest implements OnH2 {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Inject
    WatchLogs watch;

    @Inject
    AccessLog log;

    @Inject
    MeterRegistry metrics;

    @Inject
    @Client("/")
    HttpClient http;

    @Test
    void tellsWhatWasChangedByMetricAndHealthDetail() throws SQLException {
        append(20);
        watch.check();
        assertEquals(-1, alarm());
        database().execute("UPDATE `access_record` SET `caller` = 'clerk09' WHERE `leaf_index` = 7 AND `log` = 1");
        watch.check();
        assertEquals(7, alarm());
        assertEquals(Damage.RECORD_CHANGED, watch.alarms().getFirst().what());
        var health = health();
        assertTrue(health.contains("\"log 1\":\"RECORD_CHANGED at index 7\""), health);
        database().execute("UPDATE `access_record` SET `caller` = 'clerk01' WHERE `leaf_index` = 7 AND `log` = 1");
    }

    /** Even if whoever cut it off had every key: the service has seen more. */
    @Test
    void l02_noticesThatTheEndWasCutOffWhileItWatched() throws SQLException {
        append(5);
        watch.check();
        append(1);
        watch.check();
        long size = database().number("SELECT `size` FROM `log_head` WHERE `log` = 1");
        for (var table : new String[] {"access_record", "log_leaf"}) {
            database().execute("DELETE FROM `" + table + "` WHERE `log` = 1 AND `leaf_index` = " + (size - 1));
        }
        database().execute("DELETE FROM `log_checkpoint` WHERE `log` = 1 AND `size` = " + size);
        database().execute("UPDATE `log_head` SET `size` = " + (size - 1) + " WHERE `log` = 1");
        watch.check();
        assertEquals(Damage.WITNESS_CONTRADICTED, watch.alarms().getFirst().what());
    }

    @Test
    void l02_noticesThatAWholeLogIsGone() throws SQLException {
        append(1);
        watch.check();
        assertEquals(-1, alarm());
        database().without("log_head", "`log` = 1", watch::check);
        assertEquals(0, alarm());
        assertEquals(Damage.LOG_MISSING, watch.alarms().getFirst().what());
        watch.check();
        assertEquals(1, watch.alarms().size());
    }

    /** Without a registry the service is not up, and its health a 503. */
    private String health() {
        var down = assertThrows(
                HttpClientResponseException.class, () -> http.toBlocking().retrieve(HttpRequest.GET("/health")));
        return down.getResponse().getBody(String.class).orElseThrow();
    }

    private void append(int uses) {
        for (int i = 0; i < uses; i++) {
            log.append(Pending.recorded(AccessRecordOf.use(null, NOW), receipt -> receipt));
        }
    }

    private long alarm() {
        return (long) metrics.get("certfree.log.damaged.index").gauge().value();
    }

    private Tampering database() throws SQLException {
        return new Tampering(
                DriverManager.getConnection(getProperties().get("datasources.default.url"), "certfree", ""));
    }
}
