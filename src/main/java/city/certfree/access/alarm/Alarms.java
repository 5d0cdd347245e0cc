package city.certfree.access.alarm;

import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alarms of all nodes. */
public interface Alarms {
    /**
     * Adds an alarm, and answers true; false when the same was raised before, on whatever node.
     *
     * @param occasion what it is about and when, in any text; it is not kept
     */
    boolean add(Alarm alarm, String occasion);

    /** The latest, newest first; at most so many. */
    List<Alarm> latest(int limit);

    Optional<Alarm> find(RandomId id);

    /** Notes who has looked at it; false when somebody had, or there is none. */
    boolean see(RandomId id, String by, Instant at);
}
