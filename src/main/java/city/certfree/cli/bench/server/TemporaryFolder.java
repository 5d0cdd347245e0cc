package city.certfree.cli.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that a measurement or a drill makes for itself. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /** Deletes one with everything in it. */
    public static void delete(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
