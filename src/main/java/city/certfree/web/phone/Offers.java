package city.certfree.web.phone;

import city.certfree.kernel.Channel;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.search.FindItems;
import city.certfree.registry.search.ItemFilter;
import city.certfree.registry.search.SearchText;
import city.certfree.web.page.Typed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the items for which a licence can be held out. */
@Singleton
final class Offers {
    /** As many items as one sees without scrolling far. */
    static final int FEW = 8;

    private final Registry registry;
    private final FindItems items;

    Offers(Registry registry, FindItems items) {
        this.registry = registry;
        this.items = items;
    }

    /**
     * What can be chosen.
     *
     * @param item the code of the item; one that does not take the type is as good as none
     * @param q what items are searched by
     */
    Offer of(LicenceType type, String item, String q) {
        var all = taking(type, null);
        var words = Typed.search(q);
        var found = all.size() <= FEW ? all : words == null ? List.<ExemptedItem>of() : taking(type, words);
        return new Offer(
                type,
                item(type, item).orElse(null),
                q,
                found.stream().limit(FEW).toList(),
                all.size());
    }

    /** The item of this code, if it takes the type by SHOW. */
    Optional<ExemptedItem> item(LicenceType type, String code) {
        return Typed.as(ItemCode::new, code)
                .flatMap(registry.current().catalogue()::item)
                .filter(item -> item.uses(type.code(), Channel.SHOW));
    }

    private List<ExemptedItem> taking(LicenceType type, @Nullable SearchText words) {
        return items.find(new ItemFilter(words, null, null, null, null, null, Channel.SHOW, type.code()))
                .matches();
    }
}
