package city.certfree.cli.drill.ledger;

import java.util.Arrays;
import java.util.Optional;

/** What a request has as its effect. */
public enum Effect {
    VERIFY("verify", "VERIFY"),
    SHARE("share", "SHARE"),
    LOOKUP("lookup", "LOOKUP"),
    /** A row of its own, and no record: a licence is shown to nobody before the token is redeemed. */
    SHOW_ISSUE("show-issue", ""),
    /** Uses a row up, which works once. */
    SHOW_REDEEM("show-redeem", "SHOW"),
    LICENCE_ISSUE("licence-issue", "LICENCE_ISSUED"),
    STATUS_CHANGE("status-change", "LICENCE_STATUS_CHANGED");

    private final String text;
    private final String recordedAs;

    Effect(String text, String recordedAs) {
        this.text = text;
        this.recordedAs = recordedAs;
    }

    /** As it stands in reports. */
    public String text() {
        return text;
    }

    /** Whether it changes a row beside its record. */
    public boolean hasRow() {
        return this != VERIFY && this != SHARE && this != LOOKUP;
    }

    /** Whether it is recorded, with a leaf in a log. */
    public boolean hasRecord() {
        return !recordedAs.isEmpty();
    }

    /** Which effect a record is of, by its channel or event; empty: of one that no drill has. */
    static Optional<Effect> recordedAs(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.hasRecord() && effect.recordedAs.equals(word))
                .findFirst();
    }
}
