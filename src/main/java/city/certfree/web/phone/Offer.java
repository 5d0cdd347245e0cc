package city.certfree.web.phone;

import city.certfree.kernel.Channel;
import city.certfree.registry.Attribute;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen can choose before holding out a licence.
 *
 * @param item what it is for; null: not chosen, which is any item that takes the type
 * @param q what items were searched by; empty: nothing was
 * @param items those to choose from: all of them where they are few, or the first that were found
 * @param total how many items take the type
 */
public record Offer(LicenceType type, @Nullable ExemptedItem item, String q, List<ExemptedItem> items, int total) {
    public Offer {
        items = List.copyOf(items);
    }

    /** Whether a counter gets this attribute unless the citizen chooses otherwise. */
    public boolean isPreset(Attribute attribute) {
        return item == null
                ? !attribute.sensitive()
                : item.fields(type, Channel.SHOW).contains(attribute.key());
    }

    /** The attributes that the item needs; those of any item, where none is chosen, are not known. */
    public List<Attribute> needed() {
        return type.attributes().stream().filter(this::isPreset).toList();
    }

    /** Whether there are more items than can be listed. */
    public boolean isSearched() {
        return total > Offers.FEW;
    }
}
