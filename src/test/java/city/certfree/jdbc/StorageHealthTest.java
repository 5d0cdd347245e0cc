package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R10: a database that answers and keeps nothing takes the node out of the rotation. */
class StorageHealthTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T06:32:05Z"));
    private final StorageHealth health = new StorageHealth(clock);

    @Test
    void saysNothingWhileNothingIsRefused() {
        assertFalse(health.keepsNothing());
    }

    @ParameterizedTest
    @ValueSource(ints = {1021, 1030, 1114, 1290, 1836, 1047, 3100, 3101})
    void remembersARefusalForAFewSecondsAfterARefusal(int code) {
        health.refused(new SQLException("refused", "HY000", code));
        assertTrue(health.keepsNothing());

        clock.advance(StorageHealth.REMEMBERED.minus(Duration.ofMillis(1)));
        assertTrue(health.keepsNothing());

        clock.advance(Duration.ofMillis(1));
        assertFalse(health.keepsNothing());
    }

    @Test
    void doesNotCountWhatIsRefusedForAnotherReason() {
        health.refused(new SQLException("deadlock", "40001", 1213));
        assertFalse(health.keepsNothing());
    }
}
