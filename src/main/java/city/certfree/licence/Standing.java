package city.certfree.licence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a licence stands.
 *
 * @param status as last set by its issuer
 * @param reason the issuer's words; null when none were given
 * @param since since when it has that status
 * @param validTo null: no end
 * @param revision how often it was changed
 */
public record Standing(
        LicenceStatus status,
        @Nullable String reason,
        Instant since,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int revision) {
    /** The status on a day; see {@link LicenceStatus#on}. */
    public LicenceStatus statusOn(LocalDate day) {
        return status.on(day, validFrom, validTo);
    }
}
