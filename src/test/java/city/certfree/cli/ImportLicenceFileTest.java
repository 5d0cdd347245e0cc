package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as an office runs it, on an embedded database of its own. */
class ImportLicenceFileTest {
    private static final String MARRIAGE =
            """
            {"type":"11370400XN0011061G001","certificateNumber":"J1","holders":[{"codeType":"111","code":"370499199001010015","name":"王小明"}],\
            "issuedOn":"2016-05-20","validFrom":"2016-05-20","attributes":{"certNo":"J1","holderName":"王小明","registerDate":"2016-05-20",\
            "husbandName":"王小明","husbandIdNo":"370499199001010015","wifeName":"李小红","wifeIdNo":"370499199203050023","issueOrg":"枣庄市民政局"}}
            """;

    private Path folder = Path.of("target");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useADatabaseIn(@TempDir Path empty) {
        folder = empty;
        System.setProperty("certfree.data", folder.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("certfree.data");
    }

    @Test
    void importsWhatIsRightAndNamesWhatIsWrong() throws IOException {
        assertEquals(0, run("import", "registry", "src/main/resources/sample"));
        var wrong = MARRIAGE.replace("\"code\":\"370499199001010015\"", "\"code\":\"370499199001010016\"");

        int exitCode =
                run("import", "licences", file(MARRIAGE + wrong + "nonsense\n").toString());

        assertEquals(1, exitCode);
        assertTrue(
                out.toString().contains("1 licences imported, 0 known already, 0 representations; 2 rows rejected."));
        assertEquals(
                List.of("line 2\t/holders/0/code", "line 3\t"),
                err.toString()
                        .lines()
                        .filter(line -> line.startsWith("line "))
                        .map(line -> line.substring(0, line.lastIndexOf('\t')))
                        .toList());
        assertEquals(0, run("import", "licences", file(MARRIAGE).toString()));
    }

    @Test
    void saysSoWhenThereIsNoSuchFile() {
        assertEquals(1, run("import", "licences", folder.resolve("nothing").toString()));

        assertTrue(err.toString().startsWith("Cannot read "));
    }

    @Test
    void readsCsvByItsEndingOrWhenToldSo() throws IOException {
        assertEquals(0, run("import", "registry", "src/main/resources/sample"));
        var csv = Files.writeString(folder.resolve("licences.CSV"), header() + record("枣市婚字2026第000002号"));
        assertEquals(0, run("import", "licences", csv.toString()));
        assertTrue(out.toString().contains("1 licences imported, 0 known already"), out::toString);

        var other = Files.copy(csv, folder.resolve("licences.txt"));
        assertEquals(0, run("import", "licences", other.toString(), "--format", "csv"));
        assertEquals(1, run("import", "licences", other.toString()), "without being told so it is NDJSON");
    }

    /** Rows without identifier are new each time they come; those before the line do not come. */
    @Test
    void goesOnWithALine() throws IOException {
        assertEquals(0, run("import", "registry", "src/main/resources/sample"));
        var file = Files.writeString(
                folder.resolve("licences.csv"), header() + record("1") + record("2") + record("3") + "wrong\n");
        assertEquals(1, run("import", "licences", file.toString(), "--from-line", "4"));
        assertTrue(out.toString().contains("1 licences imported, 0 known already, 0 representations; 1 rows rejected"));
        assertTrue(err.toString().contains("line 5\t\texpected: as many cells as there are columns"), err::toString);
    }

    /** A folder can be opened like a file, and cannot be read like one. */
    @Test
    void saysFromWhichLineToGoOnWhenItCannotReadOn() {
        assertEquals(0, run("import", "registry", "src/main/resources/sample"));
        assertEquals(1, run("import", "licences", folder.toString(), "--from-line", "7"));
        assertEquals(
                List.of(
                        "Cannot read " + folder + ".",
                        "Everything before line 7 is stored or was rejected. Go on with --from-line 7."),
                err.toString().lines().toList());
    }

    private static String header() {
        return "type,certificateNumber,holders/0/codeType,holders/0/code,holders/0/name,issuedOn,validFrom,validTo,"
                + "attributes/certNo,attributes/holderName,attributes/registerDate,attributes/husbandName,"
                + "attributes/husbandIdNo,attributes/wifeName,attributes/wifeIdNo,attributes/issueOrg\r\n";
    }

    private static String record(String number) {
        return "11370400XN0011061G001,\"" + number + "\",111,370499199001010015,王小明,2016-05-20,2016-05-20,,"
                + "J1,王小明,2016-05-20,王小明,370499199001010015,李小红,370499199203050023,枣庄市民政局\r\n";
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("licences.ndjson"), lines);
    }

    private int run(String... arguments) {
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
