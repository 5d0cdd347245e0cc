package city.certfree.cli.bench.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is measured is what a city is told to run. */
class RecommendedOptionsTest {
    @Test
    void theUnitStartsTheServiceAsTheBenchmarkDoes() throws IOException {
        var command = Files.readAllLines(Path.of("docs/operations/certfree.service")).stream()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow();
        assertTrue(command.contains(" -Xmx" + ServiceProcess.HEAP + " "), command);
        for (var option : ServiceProcess.RECOMMENDED) {
            assertTrue(command.contains(" " + option + " "), command);
        }
    }
}
