package city.certfree.access.quota;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How often one may ask: a clerk, a system, and each operator whom a system names.
 *
 * @param perMinute uses a minute, at least 1
 * @param perHour uses an hour, at least 1
 * @param perDay uses a day of Asia/Shanghai, at least 1
 * @param holdersPerDay different holders a day, 1 to 8000
 */
@ConfigurationProperties("certfree.quota")
public record QuotaSettings(
        @Bindable(defaultValue = "600") int perMinute,
        @Bindable(defaultValue = "5000") int perHour,
        @Bindable(defaultValue = "20000") int perDay,
        @Bindable(defaultValue = "2000") int holdersPerDay) {
    public QuotaSettings {
        if (perMinute < 1 || perHour < 1 || perDay < 1 || holdersPerDay < 1 || holdersPerDay > HolderSketch.MOST) {
            throw new IllegalArgumentException(
                    "certfree.quota allows at least 1 use a minute, hour and day, and " + "1 to 8000 holders a day");
        }
    }
}
