package city.certfree.access.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 07:00, 20:00",
        "1, 0, 1, 1, 07:00, 20:00",
        "1, 1, 0, 1, 07:00, 20:00",
        "1, 1, 1, 0, 07:00, 20:00",
        "1, 1, 1, 1, 20:00, 20:00"
    })
    void areRefusedAtTheStart(int holders, int misses, int perCase, int outside, LocalTime opens, LocalTime closes) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new AlarmSettings(holders, misses, perCase, outside, opens, closes));
    }

    @ParameterizedTest
    @CsvSource({"06:59, false", "07:00, true", "19:59, true", "20:00, false"})
    void knowTheOfficeHours(LocalTime time, boolean open) {
        var settings = new AlarmSettings(1, 1, 1, 1, LocalTime.of(7, 0), LocalTime.of(20, 0));
        assertEquals(open, settings.isOpenAt(time));
    }
}
