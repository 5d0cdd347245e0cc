package city.certfree.registry.search;

import city.certfree.kernel.Channel;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for. What is null narrows nothing.
 *
 * @param channel one exemption of the item goes through it
 * @param licenceType one exemption of the item uses it; together with the channel, one and the same exemption
 */
public record ItemFilter(
        @Nullable SearchText text,
        @Nullable String theme,
        @Nullable String level,
        @Nullable String category,
        @Nullable DepartmentCode department,
        @Nullable String audience,
        @Nullable Channel channel,
        @Nullable LicenceTypeCode licenceType) {
    boolean fits(ExemptedItem item) {
        return Narrowed.fits(theme, item.theme())
                && Narrowed.fits(level, item.level())
                && Narrowed.fits(category, item.category())
                && Narrowed.fits(department, item.department())
                && Narrowed.fits(audience, item.audience())
                && (isAnyExemption() || item.exemptions().stream().anyMatch(this::fits));
    }

    /** Every item has an exemption (an item's own rule). */
    private boolean isAnyExemption() {
        return channel == null && licenceType == null;
    }

    private boolean fits(Exemption exemption) {
        return Narrowed.fits(channel, exemption.mode().channel().orElse(null))
                && Narrowed.fits(licenceType, exemption.type());
    }
}
