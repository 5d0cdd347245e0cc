package city.certfree.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others wrote and our pages load is, byte for byte, what its README says it is. */
class VendoredFilesTest {
    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `[^`]+` \\| `([0-9a-f]{64})` \\|");

    @Test
    void areUnchanged() throws IOException {
        int checked = 0;
        try (var readmes = Files.walk(VENDOR).filter(path -> path.endsWith("README.md"))) {
            for (var readme : readmes.toList()) {
                var rows = ROW.matcher(Files.readString(readme));
                while (rows.find()) {
                    var file = Files.readAllBytes(readme.resolveSibling(rows.group(1)));
                    assertEquals(rows.group(2), Sha256.of(file).toString(), rows.group(1));
                    checked++;
                }
                assertTrue(Files.exists(readme.resolveSibling("LICENSE")));
            }
        }
        assertTrue(checked >= 2);
    }
}
