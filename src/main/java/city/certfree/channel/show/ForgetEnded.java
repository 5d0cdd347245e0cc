package city.certfree.channel.show;

import city.certfree.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Deletes ended presentations: the access record is what stays of them. */
@Singleton
final class ForgetEnded {
    /** Long enough that a late scan is still told what happened to it. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Presentations presentations;
    private final Transactions transactions;
    private final Clock clock;

    ForgetEnded(Presentations presentations, Transactions transactions, Clock clock) {
        this.presentations = presentations;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "5m", initialDelay = "5m")
    void forget() {
        transactions.write(() -> {
            presentations.forgetEndedBefore(clock.instant().minus(KEPT));
            return true;
        });
    }
}
