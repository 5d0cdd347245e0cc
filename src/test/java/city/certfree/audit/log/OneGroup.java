package city.certfree.audit.log;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Draft;
import city.certfree.audit.Pending;
import city.certfree.fixture.AccessRecordOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Holds the writer up with an act of its own until all others wait, one after the other, so that they are one group. */
record OneGroup(AccessLog log, LogWriter writer) {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    /** What became of them, in their order. */
    <T> List<Future<T>> of(List<Callable<T>> acts) throws Exception {
        var held = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> log.append(Pending.after(
                    "",
                    () -> {
                        held.countDown();
                        await(goOn);
                        return true;
                    },
                    won -> new Draft.Recorded<>(AccessRecordOf.use(null, NOW), receipt -> receipt))));
            held.await();
            var answers = new ArrayList<Future<T>>();
            for (var act : acts) {
                answers.add(threads.submit(act));
                while (writer.waiting() < answers.size()) {
                    Thread.onSpinWait();
                }
            }
            goOn.countDown();
            first.get();
            return answers;
        } finally {
            goOn.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
