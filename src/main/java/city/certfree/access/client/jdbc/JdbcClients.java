package city.certfree.access.client.jdbc;

import city.certfree.access.client.Client;
import city.certfree.access.client.Clients;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps clients in the table {@code client}. */
@Singleton
final class JdbcClients implements Clients {
    private final ClientRows rows;

    JdbcClients(ClientRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Client> find(String id) {
        return Client.isId(id) ? rows.findById(id).map(ClientRow::toClient) : Optional.empty();
    }

    @Override
    public List<Client> all() {
        return rows.findAllOrderById().stream().map(ClientRow::toClient).toList();
    }

    @Override
    public boolean add(Client c) {
        return rows.add(c.id(), c.office().value(), c.secretHash(), c.jwks(), c.issues(), c.demo(), c.createdAt()) == 1;
    }

    @Override
    public boolean disable(String id, Instant at) {
        return rows.disable(id, at) == 1;
    }
}
