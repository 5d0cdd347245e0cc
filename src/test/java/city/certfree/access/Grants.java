package city.certfree.access;

import city.certfree.kernel.HolderCode;
import city.certfree.registry.Attribute;
import city.certfree.registry.LicenceType;
import java.util.stream.Collectors;

/** Grants for tests of what stands behind them; in the service only {@link AccessControl} makes one. */
public final class Grants {
    private Grants() {}

    /** A grant of all fields. */
    public static Grant of(HolderCode holder, LicenceType type) {
        return new Grant(
                holder, type, type.attributes().stream().map(Attribute::key).collect(Collectors.toSet()));
    }

    public static OwnGrant own(HolderCode citizen) {
        return new OwnGrant(citizen);
    }
}
