package city.certfree.registry.search;

import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;

/** Finds exempted items in the registry in force. */
@Singleton
public final class FindItems {
    private final Registry registry;
    private final Spellings spellings;

    FindItems(Registry registry, Spellings spellings) {
        this.registry = registry;
        this.spellings = spellings;
    }

    /** The items that fit, in the order of their codes. */
    public Found<ExemptedItem> find(ItemFilter filter) {
        var current = registry.current();
        var words = new Words(spellings, filter.text());
        var items = current.catalogue().items().stream()
                .filter(filter::fits)
                .filter(item -> words.fit(item.name(), item.code().value()))
                .toList();
        return new Found<>(current, items);
    }
}
