package city.certfree.audit.check;

import city.certfree.audit.check.LogRows.Head;
import city.certfree.audit.check.Verdict.Broken;
import city.certfree.audit.check.Verdict.Damage;
import city.certfree.audit.check.Verdict.Whole;
import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.tree.Proofs;
import city.certfree.audit.tree.Tile;
import city.certfree.kernel.Transactions;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the logs while the service runs: the last 100,000 records every minute, and in slices everything within a day. What it
 * has found whole it remembers as its own witness, so that a log which is cut off or rewritten while it watches is found
 * within two minutes even if whoever did it has the log's key: a run takes its time, beside the service's work. An alarm stays
 * until the service is started anew; it blocks nothing.
 */
@Singleton
public final class WatchLogs {
    private static final Logger LOG = LoggerFactory.getLogger(WatchLogs.class);
    private static final long RECENT = 100_000;

    /** A few runs more than a day has minutes, so that a slow one does not let the day slip. */
    private static final long RUNS_A_DAY = Duration.ofDays(1).toMinutes() - 60;

    private final CheckLog check;
    private final LogRows rows;
    private final Transactions transactions;
    private final Clock clock;

    private final Map<Integer, Finding> findings = new ConcurrentHashMap<>();
    private final Map<Integer, Checkpoint> seen = new ConcurrentHashMap<>();
    private final Map<Integer, Long> nextSlice = new ConcurrentHashMap<>();

    WatchLogs(CheckLog check, LogRows rows, Transactions transactions, Clock clock, MeterRegistry metrics) {
        this.check = check;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        Gauge.builder("certfree.log.damaged.index", this, watch -> watch.alarms().stream()
                        .mapToLong(Broken::index)
                        .min()
                        .orElse(-1))
                .description("the first index at which a log was found to be changed; -1: none")
                .register(metrics);
    }

    @Scheduled(fixedRate = "1m", initialDelay = "1m")
    void run() {
        try {
            check(Pace.BESIDE_OTHER_WORK);
        } catch (StorageUnavailable e) {
            LOG.info("the logs are not checked while the database is away");
        }
    }

    /** Checks what a run checks, as fast as it can. */
    public void check() {
        check(Pace.AT_ONCE);
    }

    private void check(Pace pace) {
        var heads = transactions.read(check::logs);
        for (var head : heads) {
            var finding = findings.get(head.log());
            if (finding == null || finding.isWhole()) {
                check(head, pace);
            }
        }
        var present = heads.stream().map(Head::log).toList();
        findings().stream()
                .filter(finding -> finding.isWhole() && !present.contains(finding.head.log()))
                .forEach(this::missing);
    }

    private void missing(Finding finding) {
        var head = finding.head;
        LOG.error("the log {} is gone", head.origin());
        findings.put(head.log(), new Finding(head, new Broken(head.log(), 0, Damage.LOG_MISSING, 0), clock.instant()));
    }

    private void check(Head head, Pace pace) {
        var recent = check(head, Math.max(0, head.size() - RECENT), head.size(), pace);
        var verdict = recent instanceof Whole ? slice(head, recent, pace) : recent;
        findings.put(head.log(), new Finding(head, verdict, clock.instant()));
        switch (verdict) {
            case Whole whole -> seen.put(head.log(), witness(head));
            case Broken broken ->
                LOG.error("the log {} was changed: {} at index {}", head.origin(), broken.what(), broken.index());
        }
    }

    private Verdict slice(Head head, Verdict recent, Pace pace) {
        if (head.size() <= RECENT) {
            return recent;
        }
        long from = nextSlice.getOrDefault(head.log(), 0L);
        long to = Math.min(head.size(), from + Math.max(RECENT, head.size() / RUNS_A_DAY));
        nextSlice.put(head.log(), to == head.size() ? 0 : to);
        return check(head, from, to, pace);
    }

    private Verdict check(Head head, long from, long to, Pace pace) {
        var witness = Optional.ofNullable(seen.get(head.log())).map(List::of).orElse(List.of());
        return check.check(head, from / Tile.WIDTH * Tile.WIDTH, to, witness, pace, done -> {});
    }

    private Checkpoint witness(Head head) {
        var root = transactions.read(() -> Proofs.root(head.size(), rows.tiles(head.log())));
        return new Checkpoint(head.origin(), head.size(), root);
    }

    /** What the last checks found, by number of the log; empty before the first. */
    public List<Finding> findings() {
        return findings.values().stream()
                .sorted(Comparator.comparing(finding -> finding.head.log()))
                .toList();
    }

    /** The logs that were found to be changed. */
    public List<Broken> alarms() {
        return findings().stream()
                .map(Finding::verdict)
                .filter(Broken.class::isInstance)
                .map(Broken.class::cast)
                .toList();
    }

    /**
     * What the last check of a log found.
     *
     * @param at when
     */
    public record Finding(Head head, Verdict verdict, Instant at) {
        boolean isWhole() {
            return verdict instanceof Whole;
        }
    }
}
