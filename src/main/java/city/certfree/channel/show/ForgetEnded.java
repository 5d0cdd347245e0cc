package city.certfree.channel.show;

import city.certfree.access.shift.OfflineSettings;
import city.certfree.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Deletes ended presentations, once no counter can report any more that it has accepted them: the access record is what stays
 * of them.
 */
@Singleton
final class ForgetEnded {
    private final Presentations presentations;
    private final OfflineSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ForgetEnded(Presentations presentations, OfflineSettings settings, Transactions transactions, Clock clock) {
        this.presentations = presentations;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "5m", initialDelay = "5m")
    void forget() {
        transactions.write(() -> {
            presentations.forgetEndedBefore(clock.instant().minus(settings.report()));
            return true;
        });
    }
}
