package city.certfree.channel.delegation;

import city.certfree.access.delegation.Delegations;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes a delegation back: what the agent holds out at that moment is worth nothing any more. */
@Singleton
public final class RevokeDelegation {
    private final Delegations delegations;
    private final Transactions transactions;
    private final Clock clock;

    RevokeDelegation(Delegations delegations, Transactions transactions, Clock clock) {
        this.delegations = delegations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the citizen has given it; then it is revoked afterwards, and stays so when it was before. */
    public boolean revoke(HolderCode citizen, RandomId id) {
        return transactions.write(() -> {
            boolean own = delegations
                    .find(id)
                    .filter(delegation -> delegation.principal().equals(citizen))
                    .isPresent();
            if (own) {
                delegations.revoke(id, clock.instant());
            }
            return own;
        });
    }
}
