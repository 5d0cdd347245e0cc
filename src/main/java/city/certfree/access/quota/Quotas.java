package city.certfree.access.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.quota.QuotaCounts.CountKey;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts uses in memory, and exchanges the counts with the other nodes every second: between two exchanges a node knows what
 * itself has counted, and of the others what they had counted at the last one. So a quota is exceeded by no more than what
 * passes in a second.
 */
@Singleton
public final class Quotas {
    /** Longer than the longest span. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final QuotaCounts counts;
    private final QuotaSettings settings;
    private final KeyedIndex index;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<Quota, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Holders> holders = new ConcurrentHashMap<>();
    private final Map<String, Instant> refusedUntil = new ConcurrentHashMap<>();

    Quotas(QuotaCounts counts, QuotaSettings settings, KeyedIndex index, Transactions transactions, Clock clock) {
        this.counts = counts;
        this.settings = settings;
        this.index = index;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Counts one use, unless a quota is used up; then it counts nothing, and says when that quota begins anew.
     *
     * @param subjects the caller, and the operator whom a system names: each counts by itself
     * @param further quotas of the grant that covers the use
     */
    public Optional<Instant> take(List<String> subjects, HolderCode holder, List<Quota> further) {
        var now = clock.instant();
        var until = takeUse(subjects, further, now).or(() -> takeHolder(subjects, holder, now));
        until.ifPresent(end -> refusedUntil.put(subjects.getFirst(), end));
        return until;
    }

    /** How long a caller that was refused last has to wait; empty when it has not been refused, or the time is over. */
    public Optional<Duration> pause(String subject) {
        return Optional.ofNullable(refusedUntil.get(subject))
                .map(until -> Duration.between(clock.instant(), until))
                .filter(Duration::isPositive);
    }

    private Optional<Instant> takeUse(List<String> subjects, List<Quota> further, Instant now) {
        var quotas = new ArrayList<>(further);
        for (var subject : subjects) {
            quotas.add(new Quota(subject, QuotaSpan.MINUTE, settings.perMinute()));
            quotas.add(new Quota(subject, QuotaSpan.HOUR, settings.perHour()));
            quotas.add(new Quota(subject, QuotaSpan.DAY, settings.perDay()));
        }
        var taken = new ArrayList<Counter>();
        for (var quota : quotas) {
            var counter = counter(quota, now);
            if (!counter.take(quota.limit())) {
                taken.forEach(Counter::giveBack);
                return Optional.of(quota.span().end(counter.key().start()));
            }
            taken.add(counter);
        }
        return Optional.empty();
    }

    /** A use whose holder is one too many has been counted: whoever goes on asking uses up the other quotas, too. */
    private Optional<Instant> takeHolder(List<String> subjects, HolderCode holder, Instant now) {
        int bit = HolderSketch.bitOf(
                index.of("quota holder", holder.value().getBytes(UTF_8)).toBytes());
        for (var subject : subjects) {
            var known = holders(subject, now);
            if (!known.take(bit, settings.holdersPerDay())) {
                return Optional.of(QuotaSpan.DAY.end(known.key().start()));
            }
        }
        return Optional.empty();
    }

    /** The first use in a span asks what the other nodes have counted in it. */
    private Counter counter(Quota quota, Instant now) {
        var start = quota.span().start(now);
        var current = counters.get(quota);
        if (current != null && current.key().start().equals(start)) {
            return current;
        }
        return counters.compute(quota, (q, known) -> {
            if (known != null && known.key().start().equals(start)) {
                return known;
            }
            var key = key(q.subject(), q.span(), start);
            return new Counter(key, counts.uses(key));
        });
    }

    private Holders holders(String subject, Instant now) {
        var start = QuotaSpan.DAY.start(now);
        var current = holders.get(subject);
        if (current != null && current.key().start().equals(start)) {
            return current;
        }
        return holders.compute(subject, (s, known) -> {
            if (known != null && known.key().start().equals(start)) {
                return known;
            }
            var key = key(s, QuotaSpan.DAY, start);
            return new Holders(key, counts.holders(key));
        });
    }

    private CountKey key(String subject, QuotaSpan span, Instant start) {
        return new CountKey(index.of("quota", subject.getBytes(UTF_8)), span, start);
    }

    /** Tells the others what was counted since the last time, and hears what they have counted of the same. */
    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    public synchronized void exchange() {
        try {
            exchangeAll();
        } catch (Transactions.StorageUnavailable e) {
            // What has not been told is kept, and told the next time: each node counts on alone.
        }
    }

    private void exchangeAll() {
        var now = clock.instant();
        refusedUntil.values().removeIf(until -> until.isBefore(now));
        for (var counter : inOneOrder(
                counters.values().stream().map(c -> Map.entry(c.key(), c)).toList())) {
            if (counter.wasAsked() || counter.untold() > 0) {
                exchange(counter);
            }
        }
        for (var known : inOneOrder(
                holders.values().stream().map(h -> Map.entry(h.key(), h)).toList())) {
            exchange(known);
        }
        counters.entrySet()
                .removeIf(e -> isOver(e.getValue().key(), now) && e.getValue().untold() == 0);
        holders.values().removeIf(h -> isOver(h.key(), now));
    }

    private void exchange(Counter counter) {
        long untold = counter.untold();
        long total = untold > 0
                ? transactions.write(() -> counts.add(counter.key(), untold))
                : transactions.read(() -> counts.uses(counter.key()));
        counter.heard(untold, total);
    }

    private void exchange(Holders known) {
        var untold = known.untold();
        if (untold.length == 0) {
            return;
        }
        try {
            known.heard(transactions.write(() -> counts.join(known.key(), untold)));
        } catch (Transactions.StorageUnavailable e) {
            known.unheard();
            throw e;
        }
    }

    /** Deletes, every hour on every node, what was counted in days that are over. */
    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    public void forget() {
        transactions.run(() -> counts.forgetBefore(clock.instant().minus(KEPT)));
    }

    private static boolean isOver(CountKey key, Instant now) {
        return !key.span().end(key.start()).isAfter(now);
    }

    private static <T> List<T> inOneOrder(List<Map.Entry<CountKey, T>> all) {
        return all.stream()
                .sorted(Comparator.comparing(e -> e.getKey().subject().toString()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
