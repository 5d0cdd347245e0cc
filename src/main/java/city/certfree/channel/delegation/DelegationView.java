package city.certfree.channel.delegation;

import city.certfree.access.delegation.Delegation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delegation with what it is about in words, for those whom it concerns.
 *
 * @param typeName the licence type's name
 * @param itemName the item's name
 * @param holderName masked, as on the licence; empty when the principal holds it no longer
 * @param agentName masked
 * @param revokedAt null: not revoked
 * @param state where it stands now
 */
public record DelegationView(
        String delegationId,
        String identifier,
        String typeCode,
        String typeName,
        String itemCode,
        String itemName,
        String holderName,
        String agentName,
        Instant givenAt,
        Instant validUntil,
        @Nullable Instant revokedAt,
        State state) {
    /** Where a delegation stands. */
    public enum State {
        IN_FORCE,
        ENDED,
        REVOKED
    }

    static State stateAt(Delegation delegation, Instant now) {
        if (delegation.revokedAt() != null) {
            return State.REVOKED;
        }
        return delegation.isInForceAt(now) ? State.IN_FORCE : State.ENDED;
    }
}
