package city.certfree.web.phone;

import city.certfree.channel.LicenceView;
import city.certfree.kernel.Channel;
import city.certfree.licence.LicenceStatus;
import city.certfree.registry.LicenceType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One licence among others in the citizen's wallet.
 *
 * @param daysLeft how many days its last day is away, 0 to 90: today is 0; null: it does not end soon, or has ended
 */
public record Card(LicenceView licence, LicenceType type, LicenceStatus status, @Nullable Long daysLeft) {
    private static final int SOON = 90;
    private static final int VERY_SOON = 30;

    static Card of(LicenceView licence, LicenceType type, LocalDate today) {
        var status = LicenceStatus.valueOf(licence.status());
        return new Card(licence, type, status, status == LicenceStatus.VALID ? daysLeft(licence, today) : null);
    }

    private static @Nullable Long daysLeft(LicenceView licence, LocalDate today) {
        var last = licence.validTo();
        if (last == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(today, last);
        return days <= SOON ? days : null;
    }

    public boolean isValid() {
        return status == LicenceStatus.VALID;
    }

    /** Whether it can be held out today. */
    public boolean showable() {
        return isValid() && type.channels().contains(Channel.SHOW);
    }

    /** Whether it is time to renew it. */
    public boolean endsSoon() {
        return daysLeft != null;
    }

    /** Whether it is high time. */
    public boolean endsVerySoon() {
        return daysLeft != null && daysLeft <= VERY_SOON;
    }

    /** Where in the wallet it is found. */
    public Group group() {
        return switch (status) {
            case VALID -> Group.IN_FORCE;
            case NOT_YET_ACTIVE, SUSPENDED, RESTRICTED -> Group.RESTING;
            case EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED, TRANSFERRED_OUT -> Group.ENDED;
        };
    }

    /** The parts of the wallet, in their order. */
    public enum Group {
        IN_FORCE,
        /** Not usable today, but not gone. */
        RESTING,
        ENDED
    }
}
