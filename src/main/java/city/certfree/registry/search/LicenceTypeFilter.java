package city.certfree.registry.search;

import city.certfree.kernel.Channel;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import org.jspecify.annotations.Nullable;

/**
 * Which licence types are asked for. What is null narrows nothing.
 *
 * @param channel one of the type's channels
 */
public record LicenceTypeFilter(@Nullable SearchText text, @Nullable Channel channel, @Nullable HolderKind holderKind) {
    boolean fits(LicenceType type) {
        return (channel == null || type.channels().contains(channel)) && Narrowed.fits(holderKind, type.holderKind());
    }
}
