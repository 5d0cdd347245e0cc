package city.certfree.access.account;

import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes an account out of use; its sessions end with their next request. */
@Singleton
public final class DisableAccount {
    private final Accounts accounts;
    private final Transactions transactions;
    private final Clock clock;

    DisableAccount(Accounts accounts, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result disable(String name) {
        var now = clock.instant();
        return transactions.write(() -> accounts.disable(name, now)) ? Result.DISABLED : Result.NO_SUCH_ACCOUNT;
    }

    /** What came of it. */
    public enum Result {
        DISABLED,
        NO_SUCH_ACCOUNT
    }
}
