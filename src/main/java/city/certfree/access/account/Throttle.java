package city.certfree.access.account;

import city.certfree.access.Attempts;
import city.certfree.access.Attempts.Kind;
import city.certfree.kernel.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Slows down whoever guesses passwords and secrets: after a few failures each further one costs a pause, and every pause is
 * twice as long as the one before. Failures count by who is tried and by where they come from, whether or not that account
 * or system exists.
 *
 * <p>A try is counted after it failed, so that many good ones at once do not hinder each other. Who asks {@link #pause} again
 * after a good try, and refuses it when the answer is a pause, leaves a burst of guesses no more than it leaves one by one.
 */
@Singleton
public final class Throttle {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Attempts attempts;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<Kind, Counter> alerts;

    Throttle(Attempts attempts, Transactions transactions, Clock clock, MeterRegistry metrics) {
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
        this.alerts = Map.of(Kind.SIGN_IN, alert(metrics, "subject"), Kind.SIGN_IN_ADDRESS, alert(metrics, "address"));
    }

    private static Counter alert(MeterRegistry metrics, String by) {
        return Counter.builder("certfree.guesses")
                .description("failed sign-ins at or above the limit, each of which costs a pause")
                .tag("by", by)
                .register(metrics);
    }

    /** The subject for an account. */
    public static String account(String name) {
        return "account " + name;
    }

    /** The subject for a system as seen from one address: nobody elsewhere can keep it from working. */
    public static String client(String clientId, String address) {
        return "client " + clientId + " at " + address;
    }

    /** How long to wait before the next try; zero when there is no need to. */
    public Duration pause(String subject, String address) {
        var now = clock.instant();
        var ofSubject = pause(Kind.SIGN_IN, subject, now);
        var ofAddress = pause(Kind.SIGN_IN_ADDRESS, address, now);
        return ofSubject.compareTo(ofAddress) > 0 ? ofSubject : ofAddress;
    }

    /** Counts a failure, and tells whoever watches the metrics when it looks like guessing. */
    public void failed(String subject, String address) {
        var now = clock.instant();
        var counted = transactions.write(() -> Map.of(
                Kind.SIGN_IN, attempts.add(Kind.SIGN_IN, subject, now),
                Kind.SIGN_IN_ADDRESS, attempts.add(Kind.SIGN_IN_ADDRESS, address, now)));
        counted.forEach(this::alert);
    }

    private void alert(Kind kind, int count) {
        if (count >= kind.limit()) {
            Objects.requireNonNull(alerts.get(kind)).increment();
        }
    }

    /** Forgets the failures of a subject, once it has proved itself. */
    public void forget(String subject) {
        var now = clock.instant();
        transactions.run(() -> attempts.clear(Kind.SIGN_IN, subject, now));
    }

    private Duration pause(Kind kind, String subject, Instant now) {
        var tally = attempts.tally(kind, subject, now);
        if (tally.last() == null || tally.count() < kind.limit()) {
            return Duration.ZERO;
        }
        var left = Duration.between(now, tally.last().plus(pauseAfter(tally.count() - kind.limit())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** 30 s after the failure that reached the limit, then 60 s, 120 s … up to 15 min. */
    private static Duration pauseAfter(int failuresAboveLimit) {
        int doublings = Math.min(failuresAboveLimit, 5);
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
