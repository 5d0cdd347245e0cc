package city.certfree.channel.own;

import city.certfree.access.AccessControl;
import city.certfree.channel.LicenceView;
import city.certfree.channel.LicenceViews;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licence;
import city.certfree.licence.Licences;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows a citizen his or her own licences, and those of the organisations he or she legally represents. */
@Singleton
public final class ReadOwnLicences {
    private final AccessControl access;
    private final Licences licences;
    private final LicenceViews views;
    private final Registry registry;
    private final Transactions transactions;

    ReadOwnLicences(
            AccessControl access, Licences licences, LicenceViews views, Registry registry, Transactions transactions) {
        this.access = access;
        this.licences = licences;
        this.views = views;
        this.registry = registry;
        this.transactions = transactions;
    }

    /** All of them in clear, ordered by identifier. It is the holder who reads, so no use is recorded. */
    public List<LicenceView> of(HolderCode citizen) {
        return transactions.read(() -> licences.ownedUnder(access.own(citizen))).stream()
                .flatMap(licence -> view(licence).stream())
                .toList();
    }

    /** A type that the registry has dropped is not shown: nobody could read its attributes. */
    private Optional<LicenceView> view(Licence licence) {
        return registry.current()
                .catalogue()
                .type(licence.type())
                .map(type -> views.inClear(licence, type, licence.attributes().keySet()));
    }
}
