package city.certfree.channel.show;

import city.certfree.audit.Outcome;
import city.certfree.channel.show.ShowAnswer.Verdict;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why what a citizen holds out is not accepted: the public catalogue, from which the table in the documents is made. */
public enum ShowReason {
    EXPIRED(Verdict.REJECTED, Outcome.EXPIRED, "Its 60 seconds are over, without any tolerance."),
    ALREADY_USED(Verdict.REJECTED, Outcome.ALREADY_USED, "It was accepted once before, here or at another counter."),
    FORGED(
            Verdict.REJECTED,
            Outcome.FORGED,
            "Key, signature, issuer, times or the reference to the licence are not those of a token that this service signed."),
    MALFORMED(Verdict.REJECTED, Outcome.MALFORMED, "It has not the form of a token for showing, or of its digits."),
    WRONG_AUDIENCE(Verdict.REJECTED, Outcome.WRONG_AUDIENCE, "It was made for others than the counters."),
    WRONG_ITEM(Verdict.REJECTED, Outcome.WRONG_ITEM, "The citizen bound it to another item."),
    LICENCE_NOT_VALID(Verdict.REJECTED, Outcome.LICENCE_NOT_VALID, "The licence is not, or no longer, in force."),
    UNKNOWN(Verdict.REJECTED, Outcome.UNKNOWN, "No such presentation, or no such licence of the holder, is stored."),
    KEYS_STALE(
            Verdict.UNAVAILABLE,
            Outcome.KEYS_STALE,
            "The signature is good, but the key's own time is over, so that nothing can be said."),
    STORAGE_UNAVAILABLE(Verdict.UNAVAILABLE, null, "The storage is away, so that nothing can be said.");

    private final Verdict verdict;

    @Nullable private final Outcome outcome;

    private final String meaning;

    ShowReason(Verdict verdict, @Nullable Outcome outcome, String meaning) {
        this.verdict = verdict;
        this.outcome = outcome;
        this.meaning = meaning;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** How the record of it ends; empty: none can be kept. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** One sentence for the documents. */
    public String meaning() {
        return meaning;
    }

    /** The text in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code, since the digest of an answer is over what stands in it. */
    @Override
    public String toString() {
        return code();
    }
}
