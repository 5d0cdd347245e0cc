package city.certfree.access.client;

import city.certfree.access.account.DemoGate;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The clients that may get tokens and use them now. */
@Singleton
final class UsableClients {
    private final Clients clients;
    private final DemoGate demo;
    private final Transactions transactions;

    UsableClients(Clients clients, DemoGate demo, Transactions transactions) {
        this.clients = clients;
        this.demo = demo;
        this.transactions = transactions;
    }

    Optional<Client> find(String id) {
        return transactions.read(() -> clients.find(id)).filter(client -> client.isUsable(demo));
    }
}
