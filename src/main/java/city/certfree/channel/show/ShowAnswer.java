package city.certfree.channel.show;

import city.certfree.audit.Outcome;
import city.certfree.channel.LicenceView;
import org.jspecify.annotations.Nullable;

/**
 * What the counter is told.
 *
 * @param reason null exactly when the verdict is ACCEPTED
 * @param licence what the citizen agreed to show; null unless accepted
 * @param holderMatch whether the number read from the identity card is that of who shows it; null when none was read
 * @param agent the masked name of who shows it for the holder; null: nobody does
 */
public record ShowAnswer(
        Verdict verdict,
        @Nullable ShowReason reason,
        @Nullable LicenceView licence,
        @Nullable Boolean holderMatch,
        @Nullable String agent) {

    static ShowAnswer accepted(LicenceView licence, @Nullable Boolean holderMatch, @Nullable String agent) {
        return new ShowAnswer(Verdict.ACCEPTED, null, licence, holderMatch, agent);
    }

    static ShowAnswer rejected(ShowReason reason) {
        return new ShowAnswer(reason.verdict(), reason, null, null, null);
    }

    /**
     * How its record ends.
     *
     * @throws java.util.NoSuchElementException if none can be kept, since the storage is away
     */
    public Outcome outcome() {
        return reason == null ? Outcome.ACCEPTED : reason.outcome().orElseThrow();
    }

    /** 核验通过, 核验不通过, 无法核验. */
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        UNAVAILABLE
    }
}
