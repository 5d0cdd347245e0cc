package city.certfree.registry;

import city.certfree.kernel.Channel;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceTypeCode;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of licence, as the catalogue lists it.
 *
 * @param name Chinese, unique
 * @param kind 证照, 证明, 批文, 鉴定报告 or 办事结果
 * @param validity the usual or longest term; null: permanent
 * @param channels at least one
 * @param attributes in the order of the face, which only grows
 */
public record LicenceType(
        LicenceTypeCode code,
        String name,
        String englishName,
        String kind,
        HolderKind holderKind,
        DepartmentCode issuer,
        @Nullable Period validity,
        Set<Channel> channels,
        Sensitivity sensitivity,
        List<Attribute> attributes) {
    public LicenceType {
        channels = Collections.unmodifiableSet(EnumSet.copyOf(channels));
        attributes = List.copyOf(attributes);
    }

    /** The attribute with this key; empty when the type has none. */
    public Optional<Attribute> attribute(String key) {
        return attributes.stream().filter(a -> a.key().equals(key)).findFirst();
    }
}
