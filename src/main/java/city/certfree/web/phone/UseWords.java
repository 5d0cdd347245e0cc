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
        return Ending.of(outcome).brief().in(language);
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
}
