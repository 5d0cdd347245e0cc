package city.certfree.access.account;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.OfficeCode;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
public sealed interface Principal {
    /**
     * A member of an office's staff.
     *
     * @param account the sign-in name
     */
    record Staff(String account, Role role, OfficeCode office) implements Principal {}

    /**
     * A citizen.
     *
     * @param name as known from his or her licences; null when none is known
     */
    record Citizen(HolderCode holder, @Nullable String name) implements Principal {
        @Override
        public String toString() {
            return "Citizen";
        }
    }

    /**
     * Another office's system.
     *
     * @param issues whether it may issue licences of its office's departments
     */
    record BusinessSystem(String clientId, OfficeCode office, boolean issues) implements Principal {}
}
