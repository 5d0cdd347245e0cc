package city.certfree.access.quota;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaSettingsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 8001"})
    void areRefusedAtTheStart(int perMinute, int perHour, int perDay, int holdersPerDay) {
        assertThrows(
                IllegalArgumentException.class, () -> new QuotaSettings(perMinute, perHour, perDay, holdersPerDay));
    }

    @Test
    void allowAtLeastOne() {
        assertDoesNotThrow(() -> new QuotaSettings(1, 1, 1, 1));
    }
}
