package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.Application;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program reads that runs a command: the answer and nothing else, even when the command has made the tables first. */
class CommandOutputTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void standardOutputIsTheAnswerAlone() throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Not the tests' own logging, which comes first on the class path.
        var builder = new ProcessBuilder(
                        java,
                        "-Dlogback.configurationFile=logback.xml",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        "audit",
                        "verify",
                        "--json")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("CERTFREE_DATA", folder.resolve("data").toString());
        assertEquals(0, builder.start().waitFor(), () -> read(err));
        assertEquals("{\"logs\":[]}\n", read(out));
        assertEquals("", read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
