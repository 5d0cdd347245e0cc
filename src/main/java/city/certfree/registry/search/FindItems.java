package city.certfree.registry.search;

import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry;
import city.certfree.registry.search.NameIndex.Naming;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds exempted items in the registry in force. */
@Singleton
public final class FindItems {
    private final Registry registry;
    private final Names<ExemptedItem> names;

    FindItems(Registry registry, Spellings spellings) {
        this.registry = registry;
        this.names = new Names<>(
                spellings,
                Catalogue::items,
                new Naming<>(ExemptedItem::name, item -> item.code().value(), item -> List.of()));
    }

    /** The items that fit, in the order of their codes. */
    public Found<ExemptedItem> find(ItemFilter filter) {
        var current = registry.current();
        var items = names.find(current.catalogue(), filter.text())
                .filter(filter::fits)
                .toList();
        return new Found<>(current, items);
    }
}
