package city.certfree.access.alarm;

import java.util.Locale;

/** What raises an alarm. None of them blocks anybody by itself. */
public enum AlarmPattern {
    /** One caller has asked about many different holders within an hour. */
    MANY_HOLDERS,
    /** One caller has asked for much that is not there, or is otherwise, within an hour. */
    MANY_MISSES,
    /** One office has used one case number for many different holders within a day. */
    ONE_CASE_FOR_MANY,
    /** One caller has asked outside the office hours more than now and then. */
    OUTSIDE_HOURS,
    /** A token was held out that this service has not signed, or that was changed. */
    FORGED_TOKEN,
    /** A counter without a network has accepted what was used up elsewhere. */
    OFFLINE_CONFLICT,
    /** A citizen holds a use of his or her licence for improper. */
    REPORTED;

    /** The name in metrics: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
