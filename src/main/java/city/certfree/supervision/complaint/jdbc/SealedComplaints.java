package city.certfree.supervision.complaint.jdbc;

import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import jakarta.inject.Singleton;

/** The table {@code complaint}: whose it is stands in what is sealed, so that the index is made anew from it. */
@Singleton
final class SealedComplaints implements SealedTable {
    private final ComplaintRows rows;
    private final ComplaintSeal seal;
    private final Sealer sealer;
    private final KeyedIndex index;

    SealedComplaints(ComplaintRows rows, ComplaintSeal seal, Sealer sealer, KeyedIndex index) {
        this.rows = rows;
        this.seal = seal;
        this.sealer = sealer;
        this.index = index;
    }

    @Override
    public String name() {
        return "complaint";
    }

    @Override
    public long outdated() {
        return rows.countOtherwise(sealer.keyId(), index.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.otherwise(sealer.keyId(), index.keyId(), limit)) {
            var again = seal.close(seal.open(row));
            changed +=
                    rows.reseal(row.number(), again.indexKeyId(), again.holderIndex(), again.bodyKeyId(), again.body());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
