package city.certfree.cli.bench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbProgramsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    @Test
    void areFoundAsTheArchivesLayThemOut() throws IOException {
        lay("bin", "share", "mariadb_");

        var programs = MariaDbPrograms.in(home).orElseThrow();

        assertEquals(home.resolve("bin/mariadbd"), programs.server());
        assertEquals(
                List.of(
                        "mariadb_system_tables.sql",
                        "mariadb_performance_tables.sql",
                        "mariadb_system_tables_data.sql"),
                programs.scripts().stream().map(p -> p.getFileName().toString()).toList());
    }

    /** Before 11.0 the scripts had MySQL's name. */
    @Test
    void areFoundAsDebianLaysThemOut() throws IOException {
        lay("sbin", "share/mysql", "mysql_");

        var programs = MariaDbPrograms.in(home).orElseThrow();

        assertEquals(home.resolve("sbin/mariadbd"), programs.server());
        assertEquals(home.resolve("share/mysql"), programs.share());
    }

    @Test
    void areNotThereWithoutTheServerOrItsScripts() throws IOException {
        assertTrue(MariaDbPrograms.in(home).isEmpty());
        executable(Files.createDirectories(home.resolve("bin")).resolve("mariadbd"));
        assertTrue(MariaDbPrograms.in(home).isEmpty());
    }

    private void lay(String serverFolder, String share, String prefix) throws IOException {
        executable(Files.createDirectories(home.resolve(serverFolder)).resolve("mariadbd"));
        var folder = Files.createDirectories(home.resolve(share));
        for (var script : List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql")) {
            Files.writeString(folder.resolve(prefix + script), "");
        }
    }

    private static void executable(Path file) throws IOException {
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
