package city.certfree.channel.show;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen holds out: one licence, to one counter, once.
 *
 * @param showId by which the citizen's phone asks after it
 * @param jti the one-time id in its token
 * @param citizen who holds it out
 * @param holder whose licence it is: the citizen's, or that of an organisation he or she represents
 * @param item the item it is bound to; null: any that takes the type
 * @param fields the attributes the citizen agreed to, by key; null: those of the item
 * @param expiresAt from this moment on it is expired
 * @param usedAt when it was accepted; null: not yet
 * @param usedBy the office that accepted it; null: not yet
 * @param agency under which delegation the citizen shows another's; null: his or her own
 */
public record Presentation(
        RandomId showId,
        RandomId jti,
        HolderCode citizen,
        HolderCode holder,
        LicenceIdentifier licence,
        @Nullable ItemCode item,
        @Nullable List<String> fields,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable OfficeCode usedBy,
        @Nullable Agency agency) {
    public Presentation {
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** Where it stands at a moment; what was used stays used. */
    public State stateAt(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    /**
     * That somebody shows another's licence.
     *
     * @param agentName the masked name of who shows it
     */
    public record Agency(RandomId delegation, String agentName) {}

    /** Where a presentation stands. */
    public enum State {
        OPEN,
        USED,
        EXPIRED
    }
}
