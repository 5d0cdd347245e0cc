package city.certfree.access.client.jdbc;

import city.certfree.access.client.Client;
import city.certfree.access.client.Clients;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.SharedReads;
import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.jdbc.Statements;
import city.certfree.jdbc.Versions;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps clients in the table {@code client}, and those that were asked for in memory until one of all changes. */
@Singleton
final class JdbcClients implements Clients {
    private final ClientRows rows;
    private final Versions versions;
    private final SharedReads<String, Client> reads;
    private volatile Held held = new Held(-1, Map.of());

    JdbcClients(ClientRows rows, Versions versions, Statements statements, Transactions transactions) {
        this.rows = rows;
        this.versions = versions;
        reads = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery(
                        "SELECT `id`, `office_code`, `secret_hash`, `jwks`, `issues`, `demo`, `disabled_at`, `created_at`"
                                + " FROM `client` WHERE",
                        "`id` = ?"),
                (row, id) -> row.setString(1, id),
                row -> new Found<>(row.getString(1), client(row)));
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getString(1),
                new OfficeCode(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                Columns.optional(row.getObject(7, LocalDateTime.class)),
                Columns.instant(row.getObject(8, LocalDateTime.class)));
    }

    @Override
    public Optional<Client> find(String id) {
        if (!Client.isId(id)) {
            return Optional.empty();
        }
        var now = current();
        var known = now.byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        var read = reads.of(id).stream().findFirst();
        read.ifPresent(client -> now.byId.put(id, client));
        return read;
    }

    /** The version is read before any client that is held under it: a client may be newer than it, and never older. */
    private Held current() {
        long version = versions.of(Versions.Held.SYSTEMS);
        var now = held;
        if (now.version != version) {
            now = new Held(version, new ConcurrentHashMap<>());
            held = now;
        }
        return now;
    }

    @Override
    public List<Client> all() {
        return rows.findAllOrderById().stream().map(ClientRow::toClient).toList();
    }

    @Override
    public boolean add(Client c) {
        return raised(
                rows.add(c.id(), c.office().value(), c.secretHash(), c.jwks(), c.issues(), c.demo(), c.createdAt()));
    }

    @Override
    public boolean disable(String id, Instant at) {
        return raised(rows.disable(id, at));
    }

    private boolean raised(int changed) {
        if (changed == 1) {
            versions.raise(Versions.Held.SYSTEMS);
        }
        return changed == 1;
    }

    /** The clients that were asked for since a version began. */
    private record Held(long version, Map<String, Client> byId) {}
}
