package city.certfree.access.account;

import city.certfree.crypto.Passwords;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a name and its password. An unknown name, a disabled account and a wrong password take the same work. */
@Singleton
public final class ProveAccount {
    private final Accounts accounts;
    private final DemoGate demo;
    private final Passwords passwords;
    private final Transactions transactions;

    ProveAccount(Accounts accounts, DemoGate demo, Passwords passwords, Transactions transactions) {
        this.accounts = accounts;
        this.demo = demo;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /** The account, if it is in use and this is its password; empty without saying why. */
    public Optional<Account> prove(String name, String password) {
        var account = transactions.read(() -> accounts.find(name)).filter(a -> a.isUsable(demo));
        if (account.isEmpty()) {
            passwords.matchNothing(password);
            return Optional.empty();
        }
        return account.filter(a -> passwords.matches(password, a.passwordHash()));
    }
}
