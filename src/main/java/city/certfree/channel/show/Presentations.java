package city.certfree.channel.show;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.ShowCode;
import java.time.Instant;
import java.util.Optional;

/** What citizens hold out at this time. */
public interface Presentations {
    void add(Presentation presentation, ShowCode code);

    Optional<Presentation> byShowId(RandomId showId);

    Optional<Presentation> byJti(RandomId jti);

    Optional<Presentation> byCode(ShowCode code);

    /**
     * Accepts it in one conditional statement: true for exactly one caller, on whatever node, and only before its end.
     */
    boolean redeem(RandomId showId, OfficeCode office, Instant now);

    /**
     * Notes that a counter without a network has accepted it: true unless it is used up. That it was accepted before its end
     * has been checked.
     *
     * @param acceptedAt by the counter's clock
     */
    boolean acceptedOffline(RandomId showId, OfficeCode office, Instant acceptedAt);

    /** Forgets those that ended before this moment. */
    void forgetEndedBefore(Instant moment);
}
