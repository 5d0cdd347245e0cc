package city.certfree.access.alarm;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.LocalTime;

/**
 * From where on something is a pattern, as each node counts it.
 *
 * @param holdersPerHour different holders of one caller
 * @param missesPerHour answers to one caller that nothing was found, or that something differs
 * @param holdersPerCase different holders under one case number of one office in a day
 * @param usesOutsideHours uses of one caller between {@code officeCloses} and {@code officeOpens}
 * @param officeOpens Asia/Shanghai
 * @param officeCloses Asia/Shanghai, later than it opens
 */
@ConfigurationProperties("certfree.alarm")
public record AlarmSettings(
        @Bindable(defaultValue = "100") int holdersPerHour,
        @Bindable(defaultValue = "20") int missesPerHour,
        @Bindable(defaultValue = "10") int holdersPerCase,
        @Bindable(defaultValue = "20") int usesOutsideHours,
        @Bindable(defaultValue = "07:00") LocalTime officeOpens,
        @Bindable(defaultValue = "20:00") LocalTime officeCloses) {
    public AlarmSettings {
        if (holdersPerHour < 1 || missesPerHour < 1 || holdersPerCase < 1 || usesOutsideHours < 1) {
            throw new IllegalArgumentException("certfree.alarm counts from 1 on");
        }
        if (!officeOpens.isBefore(officeCloses)) {
            throw new IllegalArgumentException("certfree.alarm.office-opens is before office-closes");
        }
    }

    boolean isOpenAt(LocalTime time) {
        return !time.isBefore(officeOpens) && time.isBefore(officeCloses);
    }
}
