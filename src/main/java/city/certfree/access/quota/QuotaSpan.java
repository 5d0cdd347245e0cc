package city.certfree.access.quota;

import city.certfree.kernel.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time for which uses are counted together; the first of a day begins at midnight, Asia/Shanghai. */
public enum QuotaSpan {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    QuotaSpan(Duration length) {
        this.length = length;
    }

    /** When the span began that holds this moment. */
    Instant start(Instant now) {
        var midnight = now.atZone(CityTime.ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
        long since = now.getEpochSecond() - midnight.getEpochSecond();
        return midnight.plusSeconds(since - since % length.toSeconds());
    }

    Instant end(Instant start) {
        return start.plus(length);
    }
}
