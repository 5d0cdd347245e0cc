package city.certfree.channel.once.jdbc;

import city.certfree.channel.once.ActKey;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;

/** The answers in the table {@code keyed_act}. */
@Singleton
final class SealedAnswers implements SealedTable {
    private final KeyedActRows rows;
    private final Sealer sealer;

    SealedAnswers(KeyedActRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "keyed_act";
    }

    @Override
    public long outdated() {
        return rows.countSealedOtherwise(sealer.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.sealedOtherwise(sealer.keyId(), limit)) {
            var place = ActKey.place(row.caller(), Sha256.fromBytes(row.keyDigest()));
            var again = sealer.seal(sealer.open(new Sealed(row.sealKeyId(), row.answer()), place), place);
            changed += rows.reseal(row.caller(), row.keyDigest(), again.keyId(), again.toBytes());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
