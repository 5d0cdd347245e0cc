package city.certfree.supervision.complaint;

import city.certfree.kernel.HolderCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it was received (投诉).
 *
 * @param receivedAt cut to the microsecond, as it is kept
 * @param citizen who complains
 * @param text what he or she says to it; null: nothing
 */
public record Complaint(
        ComplaintNumber number, Instant receivedAt, HolderCode citizen, Grievance about, @Nullable ComplaintText text) {
    public Complaint {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Complaint[" + number + "]";
    }
}
