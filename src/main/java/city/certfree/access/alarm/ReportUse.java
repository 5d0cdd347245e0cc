package city.certfree.access.alarm;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.Pending;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
     * Raises the alarm, in one act with what else is to be kept of it.
     *
     * @param use one of the citizen's own
     * @param words of the citizen; null: nothing was said
     * @param kept keeps it, and gives what the act answers; it may run more than once, and has no effect outside the database
     */
    public <T> Pending<T> report(AccessRecord use, @Nullable String words, Supplier<T> kept) {
        var alarm = new Alarm(
                RandomId.next(),
                AlarmPattern.REPORTED,
                use.office(),
                use.caller(),
                clock.instant(),
                1,
                use.id().toString(),
                words,
                null);
        return watch.raiseWith(alarm, kept);
    }
}
