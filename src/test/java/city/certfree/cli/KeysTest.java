package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class KeysTest {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    KeysTest(@TempDir Path folder) {
        this.folder = folder.resolve("keys");
    }

    @Test
    void makesTheFilesOfTheServiceAndOfEachIssuerForTheirOwnerOnly() throws IOException {
        assertEquals(ExitCode.OK, run("--issuers", "1101,1102"));

        for (var file : new String[] {
            "service.jwks.json", "secrets.jwks.json", "issuers/1101.jwks.json", "issuers/1102.jwks.json"
        }) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(file));
            assertEquals("rw-------", PosixFilePermissions.toString(permissions), file);
        }
    }

    @Test
    void addsALaterIssuerAndOverwritesNothing() throws IOException {
        run("--issuers", "1101");
        var secrets = Files.readString(folder.resolve("secrets.jwks.json"));

        assertEquals(ExitCode.OK, run("--issuers", "1101,1103"));

        assertEquals(secrets, Files.readString(folder.resolve("secrets.jwks.json")));
        assertTrue(Files.exists(folder.resolve("issuers/1103.jwks.json")));
        assertTrue(out.toString().contains("kept    " + folder.resolve("issuers/1101.jwks.json")));
    }

    @Test
    void printsNoKey() throws IOException {
        run("--issuers", "1101");

        var secrets = Files.readString(folder.resolve("secrets.jwks.json"));
        var key = secrets.substring(secrets.indexOf("\"k\" : \"") + 7).substring(0, 43);
        assertFalse(out.toString().contains(key));
    }

    @Test
    void refusesWhatIsNoDepartment() {
        assertEquals(ExitCode.USAGE, run("--issuers", "1101,11"));

        assertTrue(err.toString().contains("--issuers"));
        assertFalse(Files.exists(folder));
    }

    private int run(String... arguments) {
        var line = new String[arguments.length + 2];
        line[0] = "keys";
        line[1] = folder.toString();
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line);
    }
}
