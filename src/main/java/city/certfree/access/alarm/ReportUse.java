package city.certfree.access.alarm;

import city.certfree.audit.AccessRecord;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes a citizen's word that a use of his or her licence was improper, and shows it to the supervisor. */
@Singleton
public final class ReportUse {
    private final WatchUses watch;
    private final Clock clock;

    ReportUse(WatchUses watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * The number under which the report is kept.
     *
     * @param use one of the citizen's own
     */
    public RandomId report(AccessRecord use, Purpose words) {
        var alarm = new Alarm(
                RandomId.next(),
                AlarmPattern.REPORTED,
                use.office(),
                use.caller(),
                clock.instant(),
                1,
                use.id().toString(),
                words.value(),
                null);
        watch.raise(alarm, alarm.id().toString());
        return alarm.id();
    }
}
