package city.certfree.web.phone;

import city.certfree.audit.Outcome;
import city.certfree.kernel.Channel;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Wording;

/** What became of a use, in a few words for the citizen. */
final class UseWords {
    private UseWords() {}

    static String of(Outcome outcome, Language language) {
        return switch (language) {
            case CHINESE -> Ending.of(outcome).brief();
            case ENGLISH -> inEnglish(outcome);
        };
    }

    static String of(Channel channel, Language language) {
        return switch (language) {
            case CHINESE -> Wording.of(channel);
            case ENGLISH ->
                switch (channel) {
                    case SHARE -> "shared";
                    case VERIFY -> "verified";
                    case LOOKUP -> "looked up";
                    case SHOW -> "shown from the phone";
                };
        };
    }

    private static String inEnglish(Outcome outcome) {
        return switch (outcome) {
            case SHARED -> "Licence given";
            case LOOKED_UP -> "Looked at, masked";
            case UNMASKED -> "Looked at unmasked";
            case MATCH_VALID -> "Matched, valid";
            case ACCEPTED -> "Accepted";
            case NOT_HELD -> "No valid licence found";
            case MATCH_NOT_YET_ACTIVE -> "Matched, not yet active";
            case MATCH_SUSPENDED -> "Matched, suspended";
            case MATCH_NO_LONGER_VALID -> "Matched, no longer valid";
            case NOT_FOUND -> "No such licence found";
            case MISMATCH -> "Something did not match";
            case EXPIRED -> "Code had expired";
            case ALREADY_USED -> "Code was already used";
            case FORGED -> "Code was not genuine";
            case MALFORMED -> "Code was not readable";
            case WRONG_AUDIENCE -> "Code was for another place";
            case WRONG_ITEM -> "Code was for another item";
            case LICENCE_NOT_VALID -> "Licence not valid";
            case UNKNOWN -> "No such code";
            case INSUFFICIENT -> "Not compared: no number given";
            case NOTHING_CLAIMED -> "Not compared: nothing given";
            case KEYS_STALE -> "Keys too old to check with";
            case ITEM_UNKNOWN -> "No such item";
            case ITEM_NOT_IN_FORCE -> "Item no longer in force";
            case LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM -> "Item does not need it";
            case CHANNEL_NOT_OFFERED -> "Not offered this way";
            case NOT_GRANTED -> "Not permitted";
            case QUOTA_EXCEEDED -> "Limit exceeded";
        };
    }
}
