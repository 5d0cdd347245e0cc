package city.certfree.access.account.jdbc;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import jakarta.inject.Singleton;

/** The secrets of one-time passwords, in the table {@code account}. */
@Singleton
final class SealedSecondFactors implements SealedTable {
    private final AccountRows rows;
    private final Sealer sealer;

    SealedSecondFactors(AccountRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public long outdated() {
        return rows.findAllOrderByName().stream()
                .flatMap(row -> row.secondFactor().stream())
                .filter(this::isOutdated)
                .count();
    }

    /** All at once: members of staff are few. */
    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.findAllOrderByName()) {
            var kept = row.secondFactor().filter(this::isOutdated);
            if (kept.isPresent()) {
                changed += reseal(row.name(), kept.get());
            }
        }
        return new Batch(changed, null);
    }

    private int reseal(String name, Sealed kept) {
        var place = JdbcAccounts.place(name);
        var again = sealer.seal(sealer.open(kept, place), place);
        return rows.resealSecondFactor(name, kept.keyId(), again.keyId(), again.toBytes());
    }

    private boolean isOutdated(Sealed kept) {
        return !kept.keyId().equals(sealer.keyId());
    }
}
