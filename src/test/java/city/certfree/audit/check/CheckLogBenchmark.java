package city.certfree.audit.check;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.audit.check.Verdict.Whole;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.MariaDbServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many records a second are written by many callers at once, and how many are checked ({@code mvn verify -Pbenchmark}). */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckLogBenchmark implements TestPropertyProvider {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int RECORDS = Integer.getInteger("certfree.records", 1_000_000);

    /** More than a city has at once, so that the log and not its callers is what is measured. */
    private static final int CALLERS = 256;

    private final MariaDbServer server = MariaDbServer.own();

    @Inject
    AccessLog log;

    @Inject
    CheckLog check;

    @Override
    public Map<String, String> getProperties() {
        return server.properties();
    }

    @BeforeAll
    void write() throws Exception {
        long begin = System.nanoTime();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var work = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> Executors.callable(() -> write(RECORDS / CALLERS)))
                    .toList();
            for (var done : callers.invokeAll(work)) {
                done.get();
            }
        }
        tell("written", check.logs().getFirst().size(), begin);
    }

    private void write(int records) {
        for (int i = 0; i < records; i++) {
            var use = AccessRecordOf.use(AccessRecordOf.holder(i % 900), NOW.plusSeconds(i));
            log.append(Pending.recorded(use, receipt -> receipt));
        }
    }

    @RepeatedTest(3)
    void check() {
        var head = check.logs().getFirst();
        long begin = System.nanoTime();
        var verdict = check.check(head, 0, head.size(), List.of(), done -> {});
        assertInstanceOf(Whole.class, verdict);
        tell("checked", head.size(), begin);
    }

    /** As the service watches its own logs: the last 100,000 records each minute. */
    @Test
    void besideOtherWork() {
        var head = check.logs().getFirst();
        long from = Math.max(0, head.size() - 100_000) / 256 * 256;
        long begin = System.nanoTime();
        var verdict = check.check(head, from, head.size(), List.of(), Pace.BESIDE_OTHER_WORK, done -> {});
        assertInstanceOf(Whole.class, verdict);
        tell("checked beside other work", head.size() - from, begin);
    }

    private static void tell(String what, long records, long begin) {
        var time = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%,d records %s in %s: %,d/s%n", records, what, time, records * 1000 / time.toMillis());
    }
}
