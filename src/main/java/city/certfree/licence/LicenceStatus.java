package city.certfree.licence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a licence is in its life. The names are words of the API. */
public enum LicenceStatus {
    VALID,
    NOT_YET_ACTIVE,
    /** 暂扣, 冻结. */
    SUSPENDED,
    EXPIRED,
    /** 注销. */
    CANCELLED,
    /** 吊销. */
    REVOKED,
    /** 撤销. */
    WITHDRAWN,
    /** Replaced by a renewed or changed licence. */
    SUPERSEDED,
    TRANSFERRED_OUT,
    RESTRICTED;

    /**
     * The status on a day: what its issuer has left VALID is not yet active before its first day, valid through its last
     * day, and expired after it.
     *
     * @param from the first day of validity
     * @param to the last day of validity; null: no end
     */
    public LicenceStatus on(LocalDate day, LocalDate from, @Nullable LocalDate to) {
        if (this != VALID) {
            return this;
        }
        if (day.isBefore(from)) {
            return NOT_YET_ACTIVE;
        }
        return to != null && day.isAfter(to) ? EXPIRED : VALID;
    }
}
