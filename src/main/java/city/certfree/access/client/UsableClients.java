package city.certfree.access.client;

import city.certfree.access.account.DemoGate;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The clients that may get tokens and use them now. */
@Singleton
final class UsableClients {
    private final Clients clients;
    private final DemoGate demo;

    UsableClients(Clients clients, DemoGate demo) {
        this.clients = clients;
        this.demo = demo;
    }

    Optional<Client> find(String id) {
        return clients.find(id).filter(client -> client.isUsable(demo));
    }
}
