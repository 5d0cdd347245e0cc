package city.certfree.access.delegation;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The delegations there are and were. */
public interface Delegations {
    void add(Delegation delegation);

    /** The delegation of this id; empty when there is none. */
    Optional<Delegation> find(RandomId id);

    /** What a citizen has delegated, latest first. */
    List<Delegation> givenBy(HolderCode principal);

    /** What a citizen may or could show for others, latest first. */
    List<Delegation> givenTo(HolderCode agent);

    /**
     * Revokes it in one conditional statement; false when it was revoked before. What begins afterwards, on whatever node, finds
     * it revoked.
     */
    boolean revoke(RandomId id, Instant now);

    /**
     * Whether it is in force, in the transaction of the caller, which a revocation waits for: what the caller does under it is
     * done before it is revoked.
     */
    boolean holds(RandomId id, Instant now);
}
