package city.certfree.access.alarm;

import city.certfree.access.account.Principal;
import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Notes that a supervisor has looked at an alarm. */
@Singleton
public final class SeeAlarm {
    private final Alarms alarms;
    private final ActLog log;
    private final Clock clock;

    SeeAlarm(Alarms alarms, ActLog log, Clock clock) {
        this.alarms = alarms;
        this.log = log;
        this.clock = clock;
    }

    /** False when somebody had looked at it before, or there is none. */
    public boolean see(Principal.Staff supervisor, RandomId id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return log.perform(
                () -> alarms.see(id, supervisor.account(), now),
                seen -> seen
                        ? Optional.of(new ActRecord(
                                RecordId.next(),
                                now,
                                supervisor.office(),
                                supervisor.account(),
                                AuditEvent.ALARM_SEEN,
                                id.toString(),
                                Map.of()))
                        : Optional.empty());
    }
}
