package city.certfree.access.account;

import city.certfree.crypto.Passwords;
import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives a member of an office's staff an account. */
@Singleton
public final class AddAccount {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Clock clock;

    AddAccount(Accounts accounts, Passwords passwords, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds the account unless its name is taken.
     *
     * @throws city.certfree.kernel.InvalidValue if the name or role is not one for an account
     */
    public Result add(NewAccount asked) {
        var now = clock.instant();
        var account = new Account(
                asked.name(),
                asked.role(),
                asked.office(),
                passwords.hash(asked.password().value()),
                now,
                asked.demo(),
                null,
                now,
                asked.secondFactor());
        return transactions.write(() -> accounts.add(account)) ? Result.ADDED : Result.NAME_TAKEN;
    }

    /**
     * What is asked for; the rules are those of {@link Account}.
     *
     * @param demo whether it works only while the {@link DemoGate} is open
     * @param secondFactor null for a role that needs none
     */
    public record NewAccount(
            String name,
            Role role,
            OfficeCode office,
            NewPassword password,
            boolean demo,
            @Nullable TotpSecret secondFactor) {
        /** With a new second factor where the role needs one. */
        public NewAccount(String name, Role role, OfficeCode office, NewPassword password, boolean demo) {
            this(name, role, office, password, demo, role.needsSecondFactor() ? TotpSecret.random() : null);
        }
    }

    /** What came of it. */
    public enum Result {
        ADDED,
        NAME_TAKEN
    }
}
