package city.certfree.cli.bench.server;

import city.certfree.cli.bench.drive.PointSelects.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a measurement or a drill has to itself. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class DatabaseOptions {
    @Option(
            names = "--mariadb",
            paramLabel = "<folder>",
            description =
                    "a MariaDB installation, of which a server is started; without it the one of --url, else mariadbd on the PATH, else the tests' in ~/.m2")
    private @Nullable Path mariaDb;

    @Option(
            names = "--url",
            paramLabel = "<url>",
            description =
                    "the JDBC URL of an empty database whose user may do everything in it; the password in CERTFREE_DB_PASSWORD")
    private @Nullable String url;

    @Option(names = "--user", defaultValue = "certfree", description = "with --url: the user; without it certfree")
    private String user;

    @Option(
            names = "--data",
            paramLabel = "<folder>",
            description = "keeps the server's data there, and goes on with what is there; without it they are deleted")
    private @Nullable Path data;

    /**
     * Opens it: the server of an installation, an empty database that is named, a server found on the path, or that of the tests.
     *
     * @param folder an empty one, for the server's data and for its programs where they are unpacked
     * @param options of a server of its own
     * @throws IllegalStateException with one sentence that says what to give, if there is none
     */
    public BenchDatabase open(Path folder, ServerOptions options) throws IOException {
        if (mariaDb == null && url != null) {
            var password = Objects.requireNonNullElse(System.getenv("CERTFREE_DB_PASSWORD"), "");
            return BenchDatabase.at(new Login(url, user, password));
        }
        var place = Objects.requireNonNullElse(data, folder.resolve("data"));
        return BenchDatabase.on(DatabaseServer.start(programs(folder), place, options));
    }

    private MariaDbPrograms programs(Path folder) throws IOException {
        if (mariaDb != null) {
            return MariaDbPrograms.in(mariaDb)
                    .orElseThrow(() -> new IllegalStateException("there is no MariaDB in " + mariaDb + "."));
        }
        var onPath = MariaDbPrograms.onPath();
        if (onPath.isPresent()) {
            return onPath.get();
        }
        var artifact = MariaDbPrograms.artifact();
        if (artifact.isPresent()) {
            return MariaDbPrograms.unpack(artifact.get(), folder.resolve("mariadb"));
        }
        throw new IllegalStateException(
                "there is no database: give a MariaDB installation with --mariadb, or an empty database with --url.");
    }
}
