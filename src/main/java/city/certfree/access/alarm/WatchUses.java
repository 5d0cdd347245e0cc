package city.certfree.access.alarm;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.Outcome;
import city.certfree.audit.Pending;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Sees every use as it is recorded, and raises alarms: what it sees it only counts and notes, and a second later the alarm is
 * recorded and shown. It never keeps anybody from anything.
 */
@Singleton
public final class WatchUses {
    private static final Set<Outcome> MISSES = EnumSet.of(Outcome.NOT_HELD, Outcome.NOT_FOUND, Outcome.MISMATCH);

    /** Longer than the longest occasion. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Some tens of megabytes. A city has fewer cases a day; whoever makes up more meets the quotas. */
    private static final int MOST_TALLIES = 100_000;

    private final Alarms alarms;
    private final AlarmSettings settings;
    private final ActLog log;
    private final Clock clock;
    private final Map<AlarmPattern, Counter> raised = new EnumMap<>(AlarmPattern.class);
    private final Map<Occasion, Tally> tallies = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Noted> noted = new ConcurrentLinkedQueue<>();

    WatchUses(Alarms alarms, AlarmSettings settings, ActLog log, MeterRegistry metrics, Clock clock) {
        this.alarms = alarms;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        for (var pattern : AlarmPattern.values()) {
            raised.put(pattern, counter(pattern, metrics));
        }
    }

    private static Counter counter(AlarmPattern pattern, MeterRegistry metrics) {
        return Counter.builder("certfree.alarms")
                .description("alarms that this node has raised")
                .tag("pattern", pattern.code())
                .register(metrics);
    }

    /** Counts a use; quick, and without a look at the database. */
    public void saw(AccessRecord use) {
        var there = use.at().atZone(CityTime.ZONE);
        var hour = there.truncatedTo(ChronoUnit.HOURS).toInstant();
        var day = there.truncatedTo(ChronoUnit.DAYS).toInstant();
        var holder = use.holder();
        if (holder != null) {
            count(AlarmPattern.MANY_HOLDERS, use, use.caller(), hour, settings.holdersPerHour(), holder.hashCode());
            var ofCase = use.office() + " " + use.caseNumber().value();
            count(AlarmPattern.ONE_CASE_FOR_MANY, use, ofCase, day, settings.holdersPerCase(), holder.hashCode());
        }
        if (MISSES.contains(use.outcome())) {
            count(
                    AlarmPattern.MANY_MISSES,
                    use,
                    use.caller(),
                    hour,
                    settings.missesPerHour(),
                    use.id().hashCode());
        }
        if (!settings.isOpenAt(there.toLocalTime())) {
            count(
                    AlarmPattern.OUTSIDE_HOURS,
                    use,
                    use.caller(),
                    day,
                    settings.usesOutsideHours(),
                    use.id().hashCode());
        }
        if (use.outcome() == Outcome.FORGED) {
            note(AlarmPattern.FORGED_TOKEN, use, 1, use.id().toString());
        } else if (use.outcome() == Outcome.CONFLICT) {
            note(AlarmPattern.OFFLINE_CONFLICT, use, 1, use.id().toString());
        }
    }

    private void count(AlarmPattern pattern, AccessRecord use, String subject, Instant start, int number, int thing) {
        var occasion = new Occasion(pattern, subject, start);
        if (tallies.computeIfAbsent(occasion, o -> new Tally()).reaches(number, thing)) {
            note(pattern, use, number, occasion.toString());
        }
    }

    private void note(AlarmPattern pattern, AccessRecord use, int count, String occasion) {
        var alarm = new Alarm(
                RandomId.next(),
                pattern,
                use.office(),
                use.caller(),
                use.at(),
                count,
                use.id().toString(),
                null,
                null);
        noted.add(new Noted(alarm, occasion));
    }

    /** Raises what was noted, once for all nodes. */
    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    public synchronized void raise() {
        try {
            raiseAll();
        } catch (Transactions.StorageUnavailable e) {
            // What has not been raised is kept, and raised the next time.
        }
    }

    private void raiseAll() {
        for (var next = noted.peek(); next != null; next = noted.peek()) {
            raise(next.alarm(), next.occasion());
            noted.poll();
        }
    }

    /** Forgets what no longer counts; and of too much what came only once, for most of it will not come again. */
    @Scheduled(fixedDelay = "10s", initialDelay = "10s")
    void forget() {
        var before = clock.instant().minus(KEPT);
        boolean tooMany = tallies.size() > MOST_TALLIES;
        tallies.entrySet()
                .removeIf(e -> e.getKey().start.isBefore(before)
                        || (tooMany && e.getValue().isOfOne()));
    }

    /** Raises an alarm and records that it was raised. */
    private void raise(Alarm alarm, String occasion) {
        boolean first = log.perform(
                () -> alarms.add(alarm, occasion), added -> added ? Optional.of(act(alarm)) : Optional.empty());
        if (first) {
            counted(alarm);
        }
    }

    /** Raises an alarm of its own kind, in one act with what is kept beside it. */
    <T> Pending<T> raiseWith(Alarm alarm, Supplier<T> kept) {
        Pending<T> act = Pending.act(
                () -> {
                    var beside = kept.get();
                    alarms.add(alarm, alarm.id().toString());
                    return beside;
                },
                beside -> Optional.of(act(alarm)));
        return act.map(beside -> {
            counted(alarm);
            return beside;
        });
    }

    private void counted(Alarm alarm) {
        Objects.requireNonNull(raised.get(alarm.pattern())).increment();
    }

    private static ActRecord act(Alarm alarm) {
        return new ActRecord(
                RecordId.next(),
                alarm.at().truncatedTo(ChronoUnit.MICROS),
                alarm.office(),
                alarm.caller(),
                AuditEvent.ALARM_RAISED,
                alarm.id().toString(),
                Map.of(
                        "pattern", alarm.pattern().name(),
                        "count", Integer.toString(alarm.count()),
                        "use", alarm.use()));
    }

    /** What is counted of whom, from when on. */
    private record Occasion(AlarmPattern pattern, String subject, Instant start) {
        /** The form under which nodes agree that an alarm was raised. */
        @Override
        public String toString() {
            return pattern + " " + subject + " " + start;
        }
    }

    /** An alarm that is to be raised. */
    private record Noted(Alarm alarm, String occasion) {}
}
