package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.http.Talk;
import city.certfree.cli.bench.http.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Callers of the service, each with a kept connection of its own. One thread reads all answers: a thread for each caller would take
 * twice as much of the processors that the service needs, nearly all of it for being woken.
 */
final class HttpCallers implements Callers {
    /** For so long the service may be silent before it counts as not answering. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Selector selector;
    private final Map<Visitor, Talk> callers = new HashMap<>();

    /**
     * Opens nothing yet.
     *
     * @param port of the service
     * @param talks what each caller asks, by its number from 0
     */
    HttpCallers(int port, int count, IntFunction<Talk> talks) throws IOException {
        selector = Selector.open();
        var service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < count; i++) {
            callers.put(new Visitor(selector, service), talks.apply(i));
        }
    }

    @Override
    public Tally closed(Duration length) {
        var count = new Count();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        Consumer<Visitor> askAgain = caller -> {
            var sent = Sent.FAILED;
            while (sent == Sent.FAILED && System.nanoTime() < end) {
                sent = ask(caller, System.nanoTime(), count);
            }
        };
        callers.keySet().forEach(askAgain);
        new Reader(count, askAgain).readWhile(this::isAnyWaiting);
        return count.tally(begin);
    }

    /** Calls leave from a second thread, which waits for the moment of each. */
    @Override
    public Tally open(Arrivals arrivals) {
        var free = new LinkedBlockingQueue<>(callers.keySet());
        var answered = new Count();
        var sent = new Count();
        long begin = System.nanoTime();
        var sender = Thread.ofPlatform().name("sender").start(() -> send(arrivals, begin, free, sent));
        new Reader(answered, free::add).readWhile(() -> sender.isAlive() || isAnyWaiting());
        var both = List.of(answered.tally(begin), sent.tally(begin));
        return Tally.beside(both, both.stream().mapToLong(Tally::nanos).max().orElseThrow());
    }

    private void send(Arrivals arrivals, long begin, BlockingQueue<Visitor> free, Count count) {
        try {
            var last = Sent.ON_ITS_WAY;
            for (int call = 0; last != Sent.NOTHING_LEFT && call < arrivals.count(); call++) {
                long due = begin + arrivals.offset(call);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var caller = free.take();
                last = ask(caller, due, count);
                if (last == Sent.FAILED) {
                    free.add(caller);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Has a caller ask what it asks next.
     *
     * @param due when that was due
     */
    private Sent ask(Visitor caller, long due, Count count) {
        var question = Objects.requireNonNull(callers.get(caller)).next();
        if (question.isEmpty()) {
            return Sent.NOTHING_LEFT;
        }
        try {
            caller.ask(question.get(), due);
            return Sent.ON_ITS_WAY;
        } catch (IOException e) {
            unanswered(caller, e.toString(), count);
            return Sent.FAILED;
        }
    }

    private static void unanswered(Visitor caller, String why, Count count) {
        long due = caller.due();
        caller.leave();
        count.wrong("no answer: " + why, due);
    }

    private boolean isAnyWaiting() {
        return callers.keySet().stream().anyMatch(Visitor::isWaiting);
    }

    @Override
    public void close() {
        callers.keySet().forEach(Visitor::leave);
        try {
            selector.close();
        } catch (IOException ignored) {
            // It is given up in any case.
        }
    }

    /** What came of a call that was to be sent. */
    private enum Sent {
        /** Its answer may be there already. */
        ON_ITS_WAY,
        FAILED,
        NOTHING_LEFT
    }

    /** Reads answers in a phase. */
    private final class Reader {
        private final Count count;
        private final Consumer<Visitor> whenFree;

        /** @param whenFree what a caller does that was answered */
        Reader(Count count, Consumer<Visitor> whenFree) {
            this.count = count;
            this.whenFree = whenFree;
        }

        void readWhile(BooleanSupplier goesOn) {
            long heard = System.nanoTime();
            while (goesOn.getAsBoolean()) {
                if (look() > 0) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                    callers.keySet().stream().filter(Visitor::isWaiting).forEach(caller -> giveUp(caller, "in time"));
                }
            }
        }

        private int look() {
            try {
                return selector.select(this::goOn, LOOK_AGAIN.toMillis());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void goOn(SelectionKey key) {
            var caller = (Visitor) key.attachment();
            try {
                var answer = caller.goOn(key);
                if (answer.isPresent()) {
                    long due = caller.due();
                    if (caller.answered(answer.get()).check().isRight(answer.get())) {
                        count.right(due);
                    } else {
                        count.wrong(answer.get().shortened(), due);
                    }
                    whenFree.accept(caller);
                }
            } catch (IOException e) {
                if (caller.isWaiting()) {
                    giveUp(caller, e.toString());
                } else {
                    caller.leave();
                }
            }
        }

        private void giveUp(Visitor caller, String why) {
            unanswered(caller, why, count);
            whenFree.accept(caller);
        }
    }
}
