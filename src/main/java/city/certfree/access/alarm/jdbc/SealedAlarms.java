package city.certfree.access.alarm.jdbc;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;

/** What citizens say, in the table {@code alarm}. */
@Singleton
final class SealedAlarms implements SealedTable {
    private final AlarmRows rows;
    private final Sealer sealer;

    SealedAlarms(AlarmRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "alarm";
    }

    @Override
    public long outdated() {
        return rows.countSealedOtherwise(sealer.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.sealedOtherwise(sealer.keyId(), limit)) {
            var place = JdbcAlarms.place(RandomId.fromBytes(row.id()));
            var again = sealer.seal(sealer.open(new Sealed(row.wordsKeyId(), row.words()), place), place);
            changed += rows.reseal(row.id(), again.keyId(), again.toBytes());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
