package city.certfree.audit;

import java.util.Locale;

/** How a use ended: the public catalogue of answers and refusals, shared by records, receipts, problems and metrics. */
public enum Outcome {
    // SHARE and LOOKUP
    SHARED(
            "SHARE",
            Left.FIELDS,
            "The licences of that type in force were given, with the fields the item's exemption names."),
    LOOKED_UP("LOOKUP", Left.MASKED, "One licence was shown to the clerk, every attribute masked."),
    UNMASKED("LOOKUP", Left.FIELDS, "Named fields of a licence looked up before were revealed to the same operator."),
    NOT_HELD("SHARE, LOOKUP", Left.NOTHING, "Under that number and name there is no such licence, or none in force."),
    // VERIFY
    MATCH_VALID("VERIFY", Left.COMPARISON, "What was claimed is so, and the licence is valid."),
    MATCH_NOT_YET_ACTIVE("VERIFY", Left.COMPARISON, "What was claimed is so, and the licence is not yet in force."),
    MATCH_SUSPENDED("VERIFY", Left.COMPARISON, "What was claimed is so, and the licence is suspended or restricted."),
    MATCH_NO_LONGER_VALID("VERIFY", Left.COMPARISON, "What was claimed is so, and the licence is no longer valid."),
    INSUFFICIENT("VERIFY", Left.NOTHING, "The certificate number was missing from the claims; no licence was read."),
    NOT_FOUND(
            "VERIFY",
            Left.NOTHING,
            "Name and certificate number single out no licence of the holder, whether or not there is such a person."),
    NOTHING_CLAIMED("VERIFY", Left.NOTHING, "No claim was made; no licence was read."),
    MISMATCH("VERIFY", Left.COMPARISON, "The licence was singled out, and at least one other claim is not so."),
    // SHOW
    ACCEPTED(
            "SHOW",
            Left.FIELDS,
            "What the citizen held out was accepted and is used up; the fields agreed to were shown."),
    EXPIRED("SHOW", Left.NOTHING, "It was held out after its 60 seconds."),
    ALREADY_USED("SHOW", Left.NOTHING, "It had been accepted once before."),
    FORGED(
            "SHOW",
            Left.NOTHING,
            "A token was held out that this service did not sign, or that was changed; an alarm is raised."),
    MALFORMED("SHOW", Left.NOTHING, "What was held out has not the form of a token or of its digits."),
    WRONG_AUDIENCE("SHOW", Left.NOTHING, "The token was made for others than the counters."),
    WRONG_ITEM("SHOW", Left.NOTHING, "The citizen had bound it to another item."),
    LICENCE_NOT_VALID("SHOW", Left.NOTHING, "It is genuine, and the licence is not valid."),
    UNKNOWN("SHOW", Left.NOTHING, "No such presentation, or no such licence of the holder, is stored."),
    RECONCILED(
            "SHOW",
            Left.MASKED,
            "A counter without a network had accepted it, and reports it; it was used up nowhere else."),
    CONFLICT(
            "SHOW",
            Left.MASKED,
            "A counter without a network had accepted it, though it was used up elsewhere; an alarm is raised."),
    OUTSIDE_SHIFT(
            "SHOW",
            Left.NOTHING,
            "It is reported as accepted without a network at a time at which the clerk was not at work, or too long ago."),
    NETWORK_NEEDED(
            "SHOW",
            Left.NOTHING,
            "It is reported as accepted without a network, which no licence of that sensitivity may be."),
    KEYS_STALE("SHOW", Left.NOTHING, "The time of the key that signed the token is over, so that nothing can be said."),
    // refusals
    ITEM_UNKNOWN("any, as a refusal", Left.NOTHING, "The registry has no such item."),
    ITEM_NOT_IN_FORCE("any, as a refusal", Left.NOTHING, "The item is not in force on that day."),
    LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM(
            "any, as a refusal", Left.NOTHING, "The item does not exempt from licences of that type."),
    CHANNEL_NOT_OFFERED(
            "any, as a refusal", Left.NOTHING, "The item takes licences of that type, but not by this channel."),
    NOT_GRANTED("any, as a refusal", Left.NOTHING, "The caller has no grant in force for it."),
    QUOTA_EXCEEDED(
            "any, as a refusal",
            Left.NOTHING,
            "The caller has asked more, or missed more often, than its quota permits.");

    private final String channels;
    private final Left left;
    private final String meaning;

    Outcome(String channels, Left left, String meaning) {
        this.channels = channels;
        this.left = left;
        this.meaning = meaning;
    }

    /** The name in problem types and reasons: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In which channels it occurs, for the documents. */
    public String channels() {
        return channels;
    }

    /** What of the holder's data left the service. */
    public Left left() {
        return left;
    }

    /** One sentence for the documents. */
    public String meaning() {
        return meaning;
    }

    /** What of the holder's data leaves the service with an answer. */
    public enum Left {
        NOTHING("no"),
        COMPARISON("no value: only whether the claims are so"),
        MASKED("masked"),
        FIELDS("yes");

        private final String words;

        Left(String words) {
            this.words = words;
        }

        /** The words for the documents. */
        public String words() {
            return words;
        }
    }
}
