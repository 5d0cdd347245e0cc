package city.certfree.access.grant;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a grant may be used.
 *
 * @param validFrom its first day, Asia/Shanghai
 * @param validTo its last day, through the end of it; null: until it is withdrawn
 * @param hours the time of day; null: at any time
 * @param usesPerDay 1 to 1,000,000; null: as often as the quotas allow
 */
public record Terms(
        LocalDate validFrom, @Nullable LocalDate validTo, @Nullable Hours hours, @Nullable Integer usesPerDay) {
    private static final int MOST_USES = 1_000_000;

    public Terms {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw InvalidValue.because("the last day of a grant is not before its first");
        }
        if (usesPerDay != null && (usesPerDay < 1 || usesPerDay > MOST_USES)) {
            throw InvalidValue.because("the uses a day are 1 to 1000000");
        }
    }

    boolean allow(Instant now) {
        var there = now.atZone(CityTime.ZONE);
        var day = there.toLocalDate();
        return !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo))
                && (hours == null || hours.contain(there.toLocalTime()));
    }

    /**
     * A part of every day, Asia/Shanghai.
     *
     * @param from its first moment
     * @param until after its last moment; later than {@code from}
     */
    public record Hours(LocalTime from, LocalTime until) {
        public Hours {
            if (!from.isBefore(until)) {
                throw InvalidValue.because("the hours of a grant end later than they begin, on the same day");
            }
        }

        boolean contain(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }
}
