package city.certfree.audit;

import java.util.Locale;

/** How a use ended: the public catalogue of answers and refusals, shared by records, receipts, problems and metrics. */
public enum Outcome {
    // SHARE and LOOKUP
    SHARED,
    LOOKED_UP,
    UNMASKED,
    NOT_HELD,
    // VERIFY
    MATCH_VALID,
    MATCH_NOT_YET_ACTIVE,
    MATCH_SUSPENDED,
    MATCH_NO_LONGER_VALID,
    INSUFFICIENT,
    NOT_FOUND,
    NOTHING_CLAIMED,
    MISMATCH,
    // SHOW
    ACCEPTED,
    EXPIRED,
    ALREADY_USED,
    FORGED,
    MALFORMED,
    WRONG_AUDIENCE,
    WRONG_ITEM,
    LICENCE_NOT_VALID,
    UNKNOWN,
    KEYS_STALE,
    // refusals
    ITEM_UNKNOWN,
    ITEM_NOT_IN_FORCE,
    LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM,
    CHANNEL_NOT_OFFERED,
    NOT_GRANTED,
    QUOTA_EXCEEDED;

    /** The name in problem types and reasons: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
