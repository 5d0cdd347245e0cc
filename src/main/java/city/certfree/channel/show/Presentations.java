package city.certfree.channel.show;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.ShowCode;
import java.time.Instant;
import java.util.List;
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
    boolean redeem(Redemption redemption, Instant now);

    /**
     * Accepts several in one conditional statement: false unless every one of them was accepted by it, and then the caller undoes it.
     *
     * @param redemptions two or more, each of another presentation
     */
    boolean redeemAll(List<Redemption> redemptions, Instant now);

    /**
     * Notes that a counter without a network has accepted it: true unless it is used up. That it was accepted before its end
     * has been checked.
     *
     * @param acceptedAt by the counter's clock
     */
    boolean acceptedOffline(RandomId showId, OfficeCode office, Instant acceptedAt);

    /** Forgets those that ended before this moment. */
    void forgetEndedBefore(Instant moment);

    /**
     * A presentation that is to be accepted.
     *
     * @param office that accepts it
     */
    record Redemption(RandomId showId, OfficeCode office) {}
}
