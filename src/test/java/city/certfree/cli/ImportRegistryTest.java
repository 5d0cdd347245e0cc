package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.registry.feed.SmallRegistryFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as an administrator types it. */
class ImportRegistryTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(Certfree.class).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void onlyChecksInADryRun(@TempDir Path folder) throws IOException {
        write(folder, new SmallRegistryFiles());
        assertEquals(0, command.execute("import", "registry", folder.toString(), "--dry-run"));
        assertEquals(
                "2 items, 2 licence types, 2 departments, 2 offices: nothing is wrong with them.%n".formatted(),
                out.toString());
    }

    @Test
    void listsEveryProblemOnALineOfItsOwn(@TempDir Path folder) throws IOException {
        var files =
                new SmallRegistryFiles().with("offices.csv", ",部门专厅,", ",大厅,").with("exempted-items.csv", "镇街级", "村级");
        write(folder, files);
        assertEquals(1, command.execute("import", "registry", folder.toString(), "--dry-run"));
        assertEquals(
                """
                exempted-items.csv:2\tlevel\t«村级»\texpected: one of 市级, 区县级, 镇街级
                offices.csv:3\tkind\t«大厅»\texpected: one of 市政务服务中心, 区政务服务中心, 镇街便民服务中心, 村居便民服务站, 部门专厅, 自助服务点
                2 problems; nothing has changed.
                """,
                err.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void saysThatItCannotReadASourceThatIsNotThere(@TempDir Path folder) {
        assertEquals(
                1, command.execute("import", "registry", folder.resolve("none").toString()));
        assertTrue(err.toString().startsWith("Cannot read "));
    }

    private static void write(Path folder, SmallRegistryFiles files) throws IOException {
        for (var file : files.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
