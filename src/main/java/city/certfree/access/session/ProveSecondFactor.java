package city.certfree.access.session;

import city.certfree.access.account.Account;
import city.certfree.access.client.UsedAssertions;
import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Checks the one-time password of an account that needs one. Each is taken once, on whatever node. */
@Singleton
final class ProveSecondFactor {
    private final UsedAssertions used;
    private final Transactions transactions;
    private final Clock clock;

    ProveSecondFactor(UsedAssertions used, Transactions transactions, Clock clock) {
        this.used = used;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whether it is proved: it always is where no second factor is needed.
     *
     * @param oneTimePassword as typed; null: none was
     */
    Result prove(Account account, @Nullable String oneTimePassword) {
        if (!account.needsSecondFactor()) {
            return Result.PROVED;
        }
        var secret = account.secondFactor();
        if (oneTimePassword == null || secret == null) {
            return Result.MISSING;
        }
        var now = clock.instant();
        var step = secret.stepOf(oneTimePassword, now);
        if (step.isEmpty()) {
            return Result.WRONG;
        }
        // Longer than any node may still take it.
        var until = now.plus(TotpSecret.STEP.multipliedBy(10));
        boolean first =
                transactions.write(() -> used.use("account " + account.name(), "otp " + step.getAsLong(), until));
        return first ? Result.PROVED : Result.WRONG;
    }

    /** What comes of it. */
    enum Result {
        PROVED,
        /** None was given, or the account's role needs a second factor and none is set. */
        MISSING,
        /** Not the account's, or used before. */
        WRONG
    }
}
