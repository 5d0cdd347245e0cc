package city.certfree.access.alarm;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm to the supervisor.
 *
 * @param id its public name
 * @param office where it happened
 * @param caller the account or client that asked
 * @param count how often, when it was raised
 * @param use the record of the use that a citizen reports, or that raised it
 * @param words of the citizen; null when the service itself raised it, or the citizen says nothing
 * @param seenBy the supervisor who has looked at it; null: nobody yet
 */
public record Alarm(
        RandomId id,
        AlarmPattern pattern,
        OfficeCode office,
        String caller,
        Instant at,
        int count,
        String use,
        @Nullable String words,
        @Nullable String seenBy) {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Alarm[" + pattern + " " + id + "]";
    }
}
