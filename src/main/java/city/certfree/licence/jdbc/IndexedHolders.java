package city.certfree.licence.jdbc;

import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.SealedTable;
import city.certfree.licence.Holder;
import jakarta.inject.Singleton;
import java.util.List;

/** The index of the table {@code licence_holder}. Whose it is stands sealed in the licence, so all licences are gone through. */
@Singleton
final class IndexedHolders implements SealedTable {
    private final ResealRows rows;
    private final LicenceSeal seal;
    private final KeyedIndex index;

    IndexedHolders(ResealRows rows, LicenceSeal seal, KeyedIndex index) {
        this.rows = rows;
        this.seal = seal;
        this.index = index;
    }

    @Override
    public String name() {
        return "licence_holder";
    }

    @Override
    public long outdated() {
        return rows.countIndexedOtherwise(index.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        var found = rows.page(after, limit);
        int changed = 0;
        for (var row : found) {
            for (var holder : seal.open(row).holders()) {
                changed += reindex(row, holder);
            }
        }
        return new Batch(changed, found.isEmpty() ? null : found.getLast().identifier());
    }

    private int reindex(LicenceRow licence, Holder holder) {
        List<Indexed> every = index.everyOf(holder.code());
        var now = every.getFirst();
        int changed = 0;
        for (var before : every.subList(1, every.size())) {
            changed += rows.reindex(
                    before.index().toBytes(),
                    licence.typeCode(),
                    licence.identifier(),
                    now.index().toBytes(),
                    now.keyId());
        }
        return changed;
    }
}
