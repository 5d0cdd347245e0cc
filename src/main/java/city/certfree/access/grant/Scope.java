package city.certfree.access.grant;

import city.certfree.kernel.Channel;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * For what access is granted.
 *
 * @param type null: for licences of any type that the item needs
 * @param item null: for any item in force
 * @param channel null: through any channel of the exemption
 */
public record Scope(@Nullable LicenceTypeCode type, @Nullable ItemCode item, @Nullable Channel channel) {
    /** Everything that the registry allows. */
    public static final Scope ANY = new Scope(null, null, null);

    boolean covers(Asked asked) {
        return (type == null || type.equals(asked.type()))
                && (item == null || item.equals(asked.item()))
                && (channel == null || channel == asked.channel());
    }

    /** What is asked for. */
    public record Asked(LicenceTypeCode type, ItemCode item, Channel channel) {}
}
