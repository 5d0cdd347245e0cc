package city.certfree.access.account.jdbc;

import city.certfree.access.account.Account;
import city.certfree.access.account.Accounts;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.TotpSecret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps accounts in the table {@code account}. */
@Singleton
final class JdbcAccounts implements Accounts {
    private final AccountRows rows;
    private final Sealer sealer;

    JdbcAccounts(AccountRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @Override
    public Optional<Account> find(String name) {
        return Account.isName(name) ? rows.findByName(name).map(this::account) : Optional.empty();
    }

    @Override
    public List<Account> all() {
        return rows.findAllOrderByName().stream().map(this::account).toList();
    }

    /** The second factor goes in by a statement of its own, within the same transaction. */
    @Override
    public boolean add(Account a) {
        int added = rows.add(
                a.name(), a.role(), a.office().value(), a.passwordHash(), a.passwordSetAt(), a.demo(), a.createdAt());
        var secret = a.secondFactor();
        if (added == 1 && secret != null) {
            setSecondFactor(a.name(), secret, a.passwordSetAt());
        }
        return added == 1;
    }

    @Override
    public boolean disable(String name, Instant at) {
        return rows.disable(name, at) == 1;
    }

    @Override
    public boolean reset(String name, String passwordHash, Instant at) {
        return rows.reset(name, passwordHash, at) == 1;
    }

    @Override
    public boolean setSecondFactor(String name, TotpSecret secret, Instant at) {
        var sealed = seal(secret, name);
        return rows.setSecondFactor(name, sealed.keyId(), sealed.toBytes(), at) == 1;
    }

    private Account account(AccountRow row) {
        return row.toAccount(row.secondFactor()
                .map(kept -> TotpSecret.fromBytes(sealer.open(kept, place(row.name()))))
                .orElse(null));
    }

    private Sealed seal(TotpSecret secret, String name) {
        return sealer.seal(secret.toBytes(), place(name));
    }

    static String place(String name) {
        return "account " + name;
    }
}
