package city.certfree.access.shift;

import city.certfree.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Deletes, every hour on every node, the shifts for which nothing can be reported any more. */
@Singleton
final class ForgetShifts {
    private final Shifts shifts;
    private final OfflineSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ForgetShifts(Shifts shifts, OfflineSettings settings, Transactions transactions, Clock clock) {
        this.shifts = shifts;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "2m")
    void forget() {
        var before = clock.instant().minus(settings.report()).minus(settings.limit());
        transactions.run(() -> shifts.forgetBefore(before));
    }
}
