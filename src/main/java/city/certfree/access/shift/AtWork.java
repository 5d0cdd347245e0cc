package city.certfree.access.shift;

import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Knows who was at work when. */
@Singleton
public final class AtWork {
    private final Shifts shifts;
    private final OfflineSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    AtWork(Shifts shifts, OfflineSettings settings, Transactions transactions, Clock clock) {
        this.shifts = shifts;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes that the counter of a session has word from the service; empty when the session has no shift.
     *
     * @param session the digest of its token
     */
    public Optional<Shift> contact(Sha256 session) {
        var shift = transactions.read(() -> shifts.ofSession(session));
        shift.ifPresent(s -> transactions.run(() -> shifts.touch(s.id(), clock.instant())));
        return shift;
    }

    /** Whether a shift that is not forgotten is of an account. */
    public boolean isOf(RandomId shift, String account) {
        return transactions.read(() -> shifts.ofAccount(account)).stream().anyMatch(s -> s.id().equals(shift));
    }

    /** Whether an account may have accepted something at a moment, as far as it can still be reported. */
    public boolean wasAtWork(String account, Instant moment) {
        var now = clock.instant();
        boolean reportable =
                !moment.isAfter(now.plus(settings.clock())) && !moment.isBefore(now.minus(settings.report()));
        return reportable
                && shifts.ofAccount(account).stream()
                        .anyMatch(s -> s.covers(moment, settings.limit(), settings.clock()));
    }
}
