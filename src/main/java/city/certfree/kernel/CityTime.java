package city.certfree.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time of the city, in which the law counts days. Instants are in UTC everywhere else. */
public final class CityTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CityTime() {}

    /** The day that it is in the city. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
