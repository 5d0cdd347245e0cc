package city.certfree.channel.show.offline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What comes of the report that a token was accepted without a network.
 *
 * @param reason the code of an outcome; null exactly when it is reconciled
 * @param acceptedAt as it was reported: so the record's digest holds it fast
 */
public record OfflineAnswer(Result result, @Nullable String reason, Instant acceptedAt) {
    static OfflineAnswer reconciled(Instant acceptedAt) {
        return new OfflineAnswer(Result.RECONCILED, null, acceptedAt);
    }

    /** What becomes of it. */
    public enum Result {
        /** It counts as used up from then on. */
        RECONCILED,
        /** It was used up elsewhere: somebody was served twice. */
        CONFLICT,
        /** It should not have been accepted. */
        REFUSED
    }
}
