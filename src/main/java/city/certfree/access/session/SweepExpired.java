package city.certfree.access.session;

import city.certfree.access.Attempts;
import city.certfree.access.client.UsedAssertions;
import city.certfree.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Deletes, every ten minutes on every node, what is over: sessions, counts of past days, assertions of clients. */
@Singleton
public final class SweepExpired {
    /** Longer than the longest window in which anything is counted. */
    private static final Duration COUNTS_KEPT = Duration.ofDays(2);

    private final Sessions sessions;
    private final Attempts attempts;
    private final UsedAssertions assertions;
    private final Transactions transactions;
    private final Clock clock;

    SweepExpired(
            Sessions sessions, Attempts attempts, UsedAssertions assertions, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.assertions = assertions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "1m")
    public void sweep() {
        var now = clock.instant();
        transactions.run(() -> sessions.forgetBefore(now));
        transactions.run(() -> assertions.forgetBefore(now));
        transactions.run(() -> attempts.forgetBefore(now.minus(COUNTS_KEPT)));
    }
}
