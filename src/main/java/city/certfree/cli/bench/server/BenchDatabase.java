package city.certfree.cli.bench.server;

import city.certfree.cli.bench.drive.PointSelects.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The database that is measured: on a server of its own, or one that somebody named. */
public final class BenchDatabase implements AutoCloseable {
    /** What the service's user may do, as operators are told to grant it. */
    private static final String GRANTS = "/operations/grants.sql";

    private static final int USUAL_PORT = 3306;
    private static final String NAME = "certfree";
    private static final String SERVICE_SECRET = "certfree-secret";
    private static final String MIGRATION_SECRET = "migration-secret";

    private static final List<String> DATABASE_AND_USERS = List.of(
            "CREATE DATABASE IF NOT EXISTS `certfree` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            "CREATE USER IF NOT EXISTS 'migration'@'127.0.0.1' IDENTIFIED BY '" + MIGRATION_SECRET + "'",
            "CREATE USER IF NOT EXISTS 'certfree'@'127.0.0.1' IDENTIFIED BY '" + SERVICE_SECRET + "'",
            "GRANT ALL PRIVILEGES ON `certfree`.* TO 'migration'@'127.0.0.1'");

    private final Login service;
    private final Login owner;
    private final @Nullable DatabaseServer server;

    private BenchDatabase(Login service, Login owner, @Nullable DatabaseServer server) {
        this.service = service;
        this.owner = owner;
        this.server = server;
    }

    /**
     * One on a server of its own, with the tables, the two users and the grants of production.
     *
     * @param server is closed with it
     */
    public static BenchDatabase on(DatabaseServer server) {
        var owner = new Login(server.url(NAME), "migration", MIGRATION_SECRET);
        try (var administration = server.administration()) {
            administration.execute(DATABASE_AND_USERS);
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .load()
                    .migrate();
            administration.execute(grants());
        }
        return new BenchDatabase(new Login(server.url(NAME), NAME, SERVICE_SECRET), owner, server);
    }

    /** One that somebody named, and whose user may do everything in it: the service makes its tables when it starts. */
    public static BenchDatabase at(Login login) {
        return new BenchDatabase(login, login, null);
    }

    private static List<String> grants() {
        try (var sql = Objects.requireNonNull(BenchDatabase.class.getResourceAsStream(GRANTS))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As whom the service works. */
    public Login service() {
        return service;
    }

    /** Who owns the tables. */
    public Login owner() {
        return owner;
    }

    /** The server's process; empty where it is not ours, and its processor time unknown. */
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(server).map(DatabaseServer::handle);
    }

    /** The server, when it is one of its own; empty when somebody named the database. */
    public Optional<DatabaseServer> server() {
        return Optional.ofNullable(server);
    }

    /** Where the server listens. */
    public InetSocketAddress address() {
        var uri = uri();
        return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
    }

    /** The service's URL of it by way of another port of this machine. */
    public String urlThrough(int port) {
        var uri = uri();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "jdbc:mysql://127.0.0.1:" + port + uri.getRawPath() + query;
    }

    private URI uri() {
        return URI.create(service.url().substring("jdbc:".length()));
    }

    /** The first column of the first row, as text, as the owner of the tables sees it. */
    public String ask(String query) {
        try (var administration = asOwner()) {
            return administration.ask(query);
        }
    }

    /**
     * A connection of the owner of the tables.
     *
     * @throws IllegalStateException if the database cannot be reached
     */
    public Administration asOwner() {
        try {
            return Administration.opener().open(owner.url(), owner.user(), owner.password());
        } catch (Administration.Unreachable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
