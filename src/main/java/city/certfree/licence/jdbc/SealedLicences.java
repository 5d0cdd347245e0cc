package city.certfree.licence.jdbc;

import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import jakarta.inject.Singleton;

/** The sealed columns of the table {@code licence}. A licence that changes meanwhile is left, and found by the next run. */
@Singleton
final class SealedLicences implements SealedTable {
    private final ResealRows rows;
    private final LicenceSeal seal;
    private final Sealer sealer;

    SealedLicences(ResealRows rows, LicenceSeal seal, Sealer sealer) {
        this.rows = rows;
        this.seal = seal;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "licence";
    }

    @Override
    public long outdated() {
        return rows.countSealedOtherwise(sealer.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        var found = rows.sealedOtherwise(after, sealer.keyId(), limit);
        int changed = 0;
        for (var row : found) {
            var again = seal.again(row);
            changed += rows.reseal(
                    row.identifier(),
                    row.revision(),
                    again.reason().keyId(),
                    again.reason().toBytes(),
                    again.body().keyId(),
                    again.body().toBytes());
        }
        return new Batch(changed, found.isEmpty() ? null : found.getLast().identifier());
    }
}
