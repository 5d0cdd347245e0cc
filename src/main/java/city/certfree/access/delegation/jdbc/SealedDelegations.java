package city.certfree.access.delegation.jdbc;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;

/** Who is who in the table {@code delegation}. Its indices stay: they are looked for under every key. */
@Singleton
final class SealedDelegations implements SealedTable {
    private final DelegationRows rows;
    private final Sealer sealer;

    SealedDelegations(DelegationRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "delegation";
    }

    @Override
    public long outdated() {
        return rows.countSealedOtherwise(sealer.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.sealedOtherwise(sealer.keyId(), limit)) {
            var place = JdbcDelegations.place(RandomId.fromBytes(row.delegationId()));
            var again = sealer.seal(sealer.open(new Sealed(row.sealKeyId(), row.body()), place), place);
            changed += rows.reseal(row.delegationId(), again.keyId(), again.toBytes());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
