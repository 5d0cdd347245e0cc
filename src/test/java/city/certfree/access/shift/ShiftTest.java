package city.certfree.access.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.RandomId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work from eight, the last word from the service at ten, a limit of a day, five seconds for the clock. */
class ShiftTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration CLOCK = Duration.ofSeconds(5);

    private final Shift open = new Shift(
            RandomId.next(),
            "clerk01",
            Instant.parse("2026-11-26T00:00:00Z"),
            Instant.parse("2026-11-26T02:00:00Z"),
            null);

    private final Shift ended = new Shift(
            RandomId.next(),
            "clerk01",
            Instant.parse("2026-11-26T00:00:00Z"),
            Instant.parse("2026-11-26T02:00:00Z"),
            Instant.parse("2026-11-26T09:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T23:59:54.999Z, false, false",
        "2026-11-25T23:59:55Z,     true,  true",
        "2026-11-26T09:00:05Z,     true,  true",
        "2026-11-26T09:00:05.001Z, true,  false",
        "2026-11-27T02:00:05Z,     true,  false",
        "2026-11-27T02:00:05.001Z, false, false",
    })
    void coversWhatWasAcceptedInIt(Instant moment, boolean inOpen, boolean inEnded) {
        assertEquals(inOpen, open.covers(moment, DAY, CLOCK));
        assertEquals(inEnded, ended.covers(moment, DAY, CLOCK));
    }

    @Test
    void settingsOutOfRangeDoNotStart() {
        new OfflineSettings(DAY, Duration.ofDays(7), CLOCK);
        assertThrows(
                IllegalArgumentException.class,
                () -> new OfflineSettings(Duration.ofSeconds(59), Duration.ofDays(7), CLOCK));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OfflineSettings(Duration.ofDays(4), Duration.ofDays(7), CLOCK));
        assertThrows(IllegalArgumentException.class, () -> new OfflineSettings(DAY, Duration.ofHours(23), CLOCK));
        assertThrows(IllegalArgumentException.class, () -> new OfflineSettings(DAY, Duration.ofDays(31), CLOCK));
        assertThrows(IllegalArgumentException.class, () -> new OfflineSettings(DAY, Duration.ofDays(7), Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OfflineSettings(DAY, Duration.ofDays(7), Duration.ofSeconds(11)));
    }
}
