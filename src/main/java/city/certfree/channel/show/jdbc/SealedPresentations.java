package city.certfree.channel.show.jdbc;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;

/**
 * The table {@code presentation}. Its indices stay: what they are made of is not kept, and a presentation is over after 60
 * seconds.
 */
@Singleton
final class SealedPresentations implements SealedTable {
    private final PresentationRows rows;
    private final Sealer sealer;

    SealedPresentations(PresentationRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "presentation";
    }

    @Override
    public long outdated() {
        return rows.countSealedOtherwise(sealer.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.sealedOtherwise(sealer.keyId(), limit)) {
            var place = JdbcPresentations.place(RandomId.fromBytes(row.showId()));
            var again = sealer.seal(sealer.open(new Sealed(row.sealKeyId(), row.body()), place), place);
            changed += rows.reseal(row.showId(), again.keyId(), again.toBytes());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
