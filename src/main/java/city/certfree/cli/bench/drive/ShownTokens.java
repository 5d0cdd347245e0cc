package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Show tokens that have been issued and not been held out: each works once and for a minute. */
final class ShownTokens {
    /** One that is older might run out on the way. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(45);

    private final ConcurrentLinkedQueue<Shown> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    void add(Target target, String token) {
        tokens.add(new Shown(target, token, System.nanoTime()));
        count.incrementAndGet();
    }

    /** The oldest that is still good. */
    Optional<Shown> take() {
        for (var shown = tokens.poll(); shown != null; shown = tokens.poll()) {
            count.decrementAndGet();
            if (System.nanoTime() - shown.since < GOOD_FOR.toNanos()) {
                return Optional.of(shown);
            }
        }
        return Optional.empty();
    }

    /** How many there are, good or not. */
    int count() {
        return count.get();
    }

    /** Throws away what is there. */
    void clear() {
        tokens.clear();
        count.set(0);
    }

    /**
     * A token on a citizen's phone.
     *
     * @param since when it was issued, in nanoseconds of {@link System#nanoTime()}
     */
    record Shown(Target target, String token, long since) {
        @Override
        public String toString() {
            return "Shown";
        }
    }
}
