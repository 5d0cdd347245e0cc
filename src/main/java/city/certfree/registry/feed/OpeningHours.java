package city.certfree.registry.feed;

import city.certfree.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Opening hours as files write them, such as {@code 周一至周五 09:00-12:00 13:00-17:00；周六 09:00-12:00}. */
final class OpeningHours {
    private static final String DAY = "周[一二三四五六日]";
    private static final Pattern PART =
            Pattern.compile("(?:每天|" + DAY + "(?:至" + DAY + ")?)((?: [0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}){1,3})");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String MIDNIGHT = "24:00";
    private static final int LENGTH_TIME = 5;

    private OpeningHours() {}

    /** Returns the text if it is well-formed and every span ends after it begins. */
    static String check(String text) {
        for (var part : text.split("；", -1)) {
            var match = PART.matcher(part);
            if (!match.matches()) {
                throw invalid();
            }
            for (var span : match.group(1).strip().split(" ", -1)) {
                checkSpan(span);
            }
        }
        return text;
    }

    private static void checkSpan(String span) {
        var from = span.substring(0, LENGTH_TIME);
        var to = span.substring(LENGTH_TIME + 1);
        boolean exists = TIME.matcher(from).matches() && (TIME.matcher(to).matches() || to.equals(MIDNIGHT));
        if (!exists || from.compareTo(to) >= 0) {
            throw invalid();
        }
    }

    private static InvalidValue invalid() {
        return InvalidValue.because("opening hours such as 周一至周五 09:00-12:00 13:00-17:00；周六 09:00-12:00");
    }
}
