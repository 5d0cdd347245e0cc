package city.certfree.registry.search;

import city.certfree.registry.Catalogue;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.search.NameIndex.Naming;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds licence types in the registry in force. */
@Singleton
public final class FindLicenceTypes {
    private final Registry registry;
    private final Names<LicenceType> names;

    FindLicenceTypes(Registry registry, Spellings spellings) {
        this.registry = registry;
        this.names = new Names<>(
                spellings,
                Catalogue::types,
                new Naming<>(LicenceType::name, type -> type.code().value(), type -> List.of(type.englishName())));
    }

    /** The types that fit, in the order of their codes. The English name counts as a name too. */
    public Found<LicenceType> find(LicenceTypeFilter filter) {
        var current = registry.current();
        var types = names.find(current.catalogue(), filter.text())
                .filter(filter::fits)
                .toList();
        return new Found<>(current, types);
    }
}
