package city.certfree.licence;

import city.certfree.access.Issuer;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells an issuer where a licence of its own stands, and nothing of what is on it. */
@Singleton
public final class ReadStanding {
    private final OwnTypes ownTypes;
    private final IssuedLicences licences;
    private final Transactions transactions;

    ReadStanding(OwnTypes ownTypes, IssuedLicences licences, Transactions transactions) {
        this.ownTypes = ownTypes;
        this.licences = licences;
        this.transactions = transactions;
    }

    /** Where it stands; empty when there is none, or it is another issuer's. */
    public Optional<Standing> of(Issuer issuer, LicenceIdentifier identifier) {
        return ownTypes.find(issuer, identifier.type())
                .flatMap(type -> transactions.read(() -> licences.standing(identifier)));
    }
}
