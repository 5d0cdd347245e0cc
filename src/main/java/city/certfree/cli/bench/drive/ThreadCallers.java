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

/** Callers with a thread for each. */
final class ThreadCallers implements Callers {
    private final List<Exchange> callers;

    ThreadCallers(List<Exchange> callers) {
        this.callers = List.copyOf(callers);
    }

    @Override
    public Tally closed(Duration length) {
        return together((caller, count, begin) -> {
            long end = begin + length.toNanos();
            for (long now = begin; now < end; ) {
                if (!ask(caller, count, now)) {
                    return;
                }
                now = System.nanoTime();
            }
        });
    }

    @Override
    public Tally open(Arrivals arrivals) {
        var next = new AtomicInteger();
        return together((caller, count, begin) -> {
            for (int call = next.getAndIncrement(); call < arrivals.count(); call = next.getAndIncrement()) {
                long due = begin + arrivals.offset(call);
                waitUntil(due);
                if (!ask(caller, count, due)) {
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

    private Tally together(Work work) {
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

    /** Whether there was something to ask. */
    private static boolean ask(Exchange caller, Count count, long since) {
        switch (verdict(caller)) {
            case Verdict.Right ignored -> count.right(since);
            case Verdict.Wrong(var what) -> count.wrong(what, since);
            case Verdict.NothingLeft ignored -> {
                return false;
            }
        }
        return true;
    }

    private static Verdict verdict(Exchange caller) {
        try {
            return caller.run();
        } catch (IOException e) {
            return new Verdict.Wrong("no answer: " + e);
        }
    }

    @Override
    public void close() {
        callers.forEach(Exchange::close);
    }
}
