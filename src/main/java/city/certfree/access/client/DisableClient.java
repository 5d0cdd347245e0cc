package city.certfree.access.client;

import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes a system out of use; the tokens it holds are refused from its next request on. */
@Singleton
public final class DisableClient {
    private final Clients clients;
    private final Transactions transactions;
    private final Clock clock;

    DisableClient(Clients clients, Transactions transactions, Clock clock) {
        this.clients = clients;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result disable(String id) {
        var now = clock.instant();
        return transactions.write(() -> clients.disable(id, now)) ? Result.DISABLED : Result.NO_SUCH_CLIENT;
    }

    /** What came of it. */
    public enum Result {
        DISABLED,
        NO_SUCH_CLIENT
    }
}
