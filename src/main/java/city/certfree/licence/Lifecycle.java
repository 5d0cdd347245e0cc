package city.certfree.licence;

import static city.certfree.licence.LicenceStatus.CANCELLED;
import static city.certfree.licence.LicenceStatus.EXPIRED;
import static city.certfree.licence.LicenceStatus.RESTRICTED;
import static city.certfree.licence.LicenceStatus.REVOKED;
import static city.certfree.licence.LicenceStatus.SUPERSEDED;
import static city.certfree.licence.LicenceStatus.SUSPENDED;
import static city.certfree.licence.LicenceStatus.TRANSFERRED_OUT;
import static city.certfree.licence.LicenceStatus.VALID;
import static city.certfree.licence.LicenceStatus.WITHDRAWN;

import java.util.Set;

/** The table of what may become of a licence: what it does not list is illegal. */
public final class Lifecycle {
    private Lifecycle() {}

    /** Whether a licence of one status may be given the other. */
    public static boolean allows(LicenceStatus from, LicenceStatus to) {
        return next(from).contains(to);
    }

    /**
     * The statuses that may follow; empty when the status is final.
     *
     * <p>Whatever ended otherwise may still be cancelled: the law has expired, revoked and withdrawn licences struck off
     * (行政许可法, article 70). A transfer that is called off makes a licence valid again.
     */
    public static Set<LicenceStatus> next(LicenceStatus from) {
        return switch (from) {
            case NOT_YET_ACTIVE -> Set.of(VALID, SUSPENDED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED);
            case VALID ->
                Set.of(SUSPENDED, RESTRICTED, EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED, TRANSFERRED_OUT);
            case SUSPENDED -> Set.of(VALID, RESTRICTED, EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED);
            case RESTRICTED -> Set.of(VALID, SUSPENDED, EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED);
            case EXPIRED -> Set.of(CANCELLED, WITHDRAWN, SUPERSEDED);
            case REVOKED, WITHDRAWN -> Set.of(CANCELLED);
            case TRANSFERRED_OUT -> Set.of(VALID, CANCELLED);
            case CANCELLED, SUPERSEDED -> Set.of();
        };
    }
}
