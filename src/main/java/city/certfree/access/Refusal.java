package city.certfree.access;

import city.certfree.audit.Outcome;

/** Why an inquiry is refused. The names are problem types of the API; each refusal is recorded. */
public enum Refusal {
    ITEM_UNKNOWN(Outcome.ITEM_UNKNOWN),
    ITEM_NOT_IN_FORCE(Outcome.ITEM_NOT_IN_FORCE),
    LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM(Outcome.LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM),
    CHANNEL_NOT_OFFERED(Outcome.CHANNEL_NOT_OFFERED),
    NOT_GRANTED(Outcome.NOT_GRANTED),
    QUOTA_EXCEEDED(Outcome.QUOTA_EXCEEDED);

    private final Outcome outcome;

    Refusal(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
