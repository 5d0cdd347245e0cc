package city.certfree.channel.show;

import city.certfree.audit.Outcome;
import city.certfree.channel.LicenceView;
import org.jspecify.annotations.Nullable;

/**
 * What the counter is told.
 *
 * @param reason null exactly when the verdict is ACCEPTED; otherwise the reason's code
 * @param licence what the citizen agreed to show; null unless accepted
 * @param holderMatch whether the number read from the identity card is the holder's; null when none was read
 */
public record ShowAnswer(
        Verdict verdict, @Nullable String reason, @Nullable LicenceView licence, @Nullable Boolean holderMatch) {

    static ShowAnswer accepted(LicenceView licence, @Nullable Boolean holderMatch) {
        return new ShowAnswer(Verdict.ACCEPTED, null, licence, holderMatch);
    }

    static ShowAnswer rejected(Outcome outcome) {
        var verdict = outcome == Outcome.KEYS_STALE ? Verdict.UNAVAILABLE : Verdict.REJECTED;
        return new ShowAnswer(verdict, outcome.code(), null, null);
    }

    /** The answer while the storage is away: nothing is known, and nothing was used up. */
    static ShowAnswer storageUnavailable() {
        return new ShowAnswer(Verdict.UNAVAILABLE, "storage-unavailable", null, null);
    }

    /** 核验通过, 核验不通过, 无法核验. */
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        UNAVAILABLE
    }
}
