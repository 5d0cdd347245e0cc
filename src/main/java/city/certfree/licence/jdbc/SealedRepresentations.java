package city.certfree.licence.jdbc;

import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import jakarta.inject.Singleton;

/** The table {@code representation}: its body is sealed at the place of its two indices, so all of a row changes together. */
@Singleton
final class SealedRepresentations implements SealedTable {
    private final ResealRows rows;
    private final RepresentationSeal seal;
    private final Sealer sealer;
    private final KeyedIndex index;

    SealedRepresentations(ResealRows rows, RepresentationSeal seal, Sealer sealer, KeyedIndex index) {
        this.rows = rows;
        this.seal = seal;
        this.sealer = sealer;
        this.index = index;
    }

    @Override
    public String name() {
        return "representation";
    }

    @Override
    public long outdated() {
        return rows.countRepresentationsOtherwise(sealer.keyId(), index.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        var found = rows.representationsOtherwise(sealer.keyId(), index.keyId(), limit);
        int changed = 0;
        for (var row : found) {
            var again = seal.close(seal.open(row));
            changed += rows.resealRepresentation(
                    row.personIndex(),
                    row.organisationIndex(),
                    again.personIndex(),
                    again.organisationIndex(),
                    again.indexKeyId(),
                    again.bodyKeyId(),
                    again.body());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
