package city.certfree.access.shift;

import city.certfree.kernel.RandomId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time somebody works, from the sign-in on (班次).
 *
 * @param account the sign-in name
 * @param contactAt when the counter last had word from the service
 * @param endedAt when somebody signed out; null: not by hand
 */
public record Shift(RandomId id, String account, Instant beganAt, Instant contactAt, @Nullable Instant endedAt) {
    /**
     * Whether something may have been accepted in it at a moment, with or without a network.
     *
     * @param offline how long a counter may go on without word from the service
     * @param skew how far the counter's clock may be off
     */
    public boolean covers(Instant moment, Duration offline, Duration skew) {
        return !moment.isBefore(beganAt.minus(skew))
                && !moment.isAfter(contactAt.plus(offline).plus(skew))
                && (endedAt == null || !moment.isAfter(endedAt.plus(skew)));
    }
}
