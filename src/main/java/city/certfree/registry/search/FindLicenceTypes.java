package city.certfree.registry.search;

import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;

/** Finds licence types in the registry in force. */
@Singleton
public final class FindLicenceTypes {
    private final Registry registry;
    private final Spellings spellings;

    FindLicenceTypes(Registry registry, Spellings spellings) {
        this.registry = registry;
        this.spellings = spellings;
    }

    /** The types that fit, in the order of their codes. The English name counts as a name too. */
    public Found<LicenceType> find(LicenceTypeFilter filter) {
        var current = registry.current();
        var words = new Words(spellings, filter.text());
        var types = current.catalogue().types().stream()
                .filter(filter::fits)
                .filter(type -> words.fit(type.name(), type.code().value(), type.englishName()))
                .toList();
        return new Found<>(current, types);
    }
}
