package city.certfree.access.account.jdbc;

import city.certfree.access.account.Account;
import city.certfree.access.account.Accounts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps accounts in the table {@code account}. */
@Singleton
final class JdbcAccounts implements Accounts {
    private final AccountRows rows;

    JdbcAccounts(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Account> find(String name) {
        return Account.isName(name) ? rows.findByName(name).map(AccountRow::toAccount) : Optional.empty();
    }

    @Override
    public List<Account> all() {
        return rows.findAllOrderByName().stream().map(AccountRow::toAccount).toList();
    }

    @Override
    public boolean add(Account a) {
        return rows.add(
                        a.name(),
                        a.role(),
                        a.office().value(),
                        a.passwordHash(),
                        a.passwordSetAt(),
                        a.demo(),
                        a.createdAt())
                == 1;
    }

    @Override
    public boolean disable(String name, Instant at) {
        return rows.disable(name, at) == 1;
    }

    @Override
    public boolean reset(String name, String passwordHash, Instant at) {
        return rows.reset(name, passwordHash, at) == 1;
    }
}
