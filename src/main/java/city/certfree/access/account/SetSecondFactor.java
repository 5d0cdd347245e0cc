package city.certfree.access.account;

import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives an account another second factor, as after a phone was lost; its sessions end. */
@Singleton
public final class SetSecondFactor {
    private final Accounts accounts;
    private final Transactions transactions;
    private final Clock clock;

    SetSecondFactor(Accounts accounts, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result set(String name, TotpSecret secret) {
        var now = clock.instant();
        return transactions.write(() -> accounts.setSecondFactor(name, secret, now))
                ? Result.SET
                : Result.NO_SUCH_ACCOUNT;
    }

    /** What came of it. */
    public enum Result {
        SET,
        NO_SUCH_ACCOUNT
    }
}
