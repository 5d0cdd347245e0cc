package city.certfree.licence;

import city.certfree.access.Issuer;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Which types an office issues: those of the departments that the registry places in it. */
@Singleton
public final class OwnTypes {
    private final Registry registry;

    OwnTypes(Registry registry) {
        this.registry = registry;
    }

    /** The type, if the issuer may issue it; empty for another's, and for one that the registry does not list. */
    public Optional<LicenceType> find(Issuer issuer, LicenceTypeCode code) {
        var catalogue = registry.current().catalogue();
        return catalogue.type(code).filter(type -> catalogue
                .office(issuer.office())
                .filter(office -> office.departments().contains(type.issuer()))
                .isPresent());
    }
}
