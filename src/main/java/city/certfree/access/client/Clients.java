package city.certfree.access.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The systems that may use the service. */
public interface Clients {
    /** The client with this id; empty when there is none, or the text cannot be an id. */
    Optional<Client> find(String id);

    /** All clients, by id. */
    List<Client> all();

    /** Adds a client that works, and answers true; changes nothing and answers false when the id is taken. */
    boolean add(Client client);

    /** Disables a client, which keeps the time of the first disabling; false when there is none. */
    boolean disable(String id, Instant at);
}
