package city.certfree.access.account;

import city.certfree.crypto.Passwords;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives an account another password. Its sessions end, and neither disabling nor failed sign-ins hold it up any more. */
@Singleton
public final class ResetPassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Transactions transactions;
    private final Clock clock;

    ResetPassword(Accounts accounts, Passwords passwords, Throttle throttle, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result reset(String name, NewPassword password) {
        var hash = passwords.hash(password.value());
        var now = clock.instant();
        return transactions.write(() -> {
            if (!accounts.reset(name, hash, now)) {
                return Result.NO_SUCH_ACCOUNT;
            }
            throttle.forget(Throttle.account(name));
            return Result.RESET;
        });
    }

    /** What came of it. */
    public enum Result {
        RESET,
        NO_SUCH_ACCOUNT
    }
}
