package city.certfree.access.session.jdbc;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.SealedTable;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;

/** Who is signed in, in the table {@code session}. */
@Singleton
final class SealedSessions implements SealedTable {
    private final SessionRows rows;
    private final SealedCitizen seal;
    private final Sealer sealer;

    SealedSessions(SessionRows rows, SealedCitizen seal, Sealer sealer) {
        this.rows = rows;
        this.seal = seal;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public long outdated() {
        return rows.countSealedOtherwise(sealer.keyId());
    }

    @Override
    public Batch reseal(String after, int limit) {
        int changed = 0;
        for (var row : rows.sealedOtherwise(sealer.keyId(), limit)) {
            var session = Sha256.fromBytes(row.digest());
            var again = seal.seal(seal.open(new Sealed(row.citizenKeyId(), row.citizen()), session), session);
            changed += rows.reseal(row.digest(), again.keyId(), again.toBytes());
        }
        return new Batch(changed, changed == 0 ? null : "");
    }
}
