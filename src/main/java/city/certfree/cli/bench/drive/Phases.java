package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.drive.Exchange.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** The two ways to put load on something, by callers that each wait for their answer, one thread for each. */
final class Phases {
    private Phases() {}

    /** Every caller asks again as soon as it is answered: what is there at most. */
    static Tally closed(List<Exchange> callers, Duration length) {
        return together(callers, (caller, count, begin) -> {
            long end = begin + length.toNanos();
            for (long now = begin; now < end; ) {
                if (!count.ask(caller, now)) {
                    return;
                }
                now = System.nanoTime();
            }
        });
    }

    /**
     * Calls begin when they are due, whether or not the ones before are answered; those that find every caller busy wait, and
     * their wait counts: a latency is the time from the moment at which the call was due.
     */
    static Tally open(List<Exchange> callers, Arrivals arrivals) {
        var next = new AtomicInteger();
        return together(callers, (caller, count, begin) -> {
            for (int call = next.getAndIncrement(); call < arrivals.count(); call = next.getAndIncrement()) {
                long due = begin + arrivals.offset(call);
                waitUntil(due);
                if (!count.ask(caller, due)) {
                    return;
                }
            }
        });
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Tally together(List<Exchange> callers, Work work) {
        var begin = new long[1];
        var ready = new CountDownLatch(callers.size());
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(callers.size())) {
            var tallies = new ArrayList<Future<Tally>>();
            for (var caller : callers) {
                Callable<Tally> one = () -> {
                    ready.countDown();
                    go.await();
                    var count = new Count();
                    work.run(caller, count, begin[0]);
                    return count.tally(begin[0]);
                };
                tallies.add(threads.submit(one));
            }
            ready.await();
            begin[0] = System.nanoTime();
            go.countDown();
            return sum(tallies);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tally sum(List<Future<Tally>> futures) throws InterruptedException, ExecutionException {
        var tallies = new ArrayList<Tally>();
        long nanos = 0;
        for (var future : futures) {
            var tally = future.get();
            tallies.add(tally);
            nanos = Math.max(nanos, tally.nanos());
        }
        return Tally.beside(tallies, nanos);
    }

    /** What one caller does in a phase. */
    private interface Work {
        void run(Exchange caller, Count count, long begin);
    }

    /** What one caller has seen. */
    private static final class Count {
        private final Histogram latencies = Tally.histogram();
        private long right;
        private long wrong;
        private long last;
        private String note = "";

        /** Whether there was something to ask. */
        boolean ask(Exchange caller, long since) {
            switch (verdict(caller)) {
                case Verdict.Right ignored -> right++;
                case Verdict.Wrong(var what) -> {
                    wrong++;
                    note = note.isEmpty() ? what : note;
                }
                case Verdict.NothingLeft ignored -> {
                    return false;
                }
            }
            last = System.nanoTime();
            Tally.record(latencies, last - since);
            return true;
        }

        private static Verdict verdict(Exchange caller) {
            try {
                return caller.run();
            } catch (IOException e) {
                return new Verdict.Wrong("no answer: " + e);
            }
        }

        Tally tally(long begin) {
            return new Tally(right, wrong, Math.max(0, last - begin), latencies, note);
        }
    }
}
