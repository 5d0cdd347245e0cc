package city.certfree.licence.intake;

import city.certfree.access.Issuer;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Transactions;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.OwnTypes;
import city.certfree.licence.StatusListEntry;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells an issuer that signs itself which entry of the status lists a licence will have, since what is signed names it. The
 * same licence is told the same entry each time.
 */
@Singleton
public final class ReserveEntry {
    private final OwnTypes ownTypes;
    private final IssuedLicences store;
    private final Issuance issuance;
    private final Transactions transactions;

    ReserveEntry(OwnTypes ownTypes, IssuedLicences store, Issuance issuance, Transactions transactions) {
        this.ownTypes = ownTypes;
        this.store = store;
        this.issuance = issuance;
        this.transactions = transactions;
    }

    /** The entry; empty when the type is another issuer's, or the licence is issued already. */
    public Optional<StatusListEntry> reserve(Issuer issuer, LicenceIdentifier identifier) {
        boolean open = ownTypes.find(issuer, identifier.type()).isPresent()
                && transactions.read(() -> store.standing(identifier)).isEmpty();
        return open
                ? transactions.read(() -> store.reserved(identifier)).or(() -> first(identifier))
                : Optional.empty();
    }

    private Optional<StatusListEntry> first(LicenceIdentifier identifier) {
        var entry = issuance.takeEntry();
        boolean reserved = transactions.write(() -> store.reserve(identifier, entry));
        return reserved ? Optional.of(entry) : transactions.read(() -> store.reserved(identifier));
    }
}
