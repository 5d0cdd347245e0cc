package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.drive.Line;
import city.certfree.fixture.MariaDbArchive;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole benchmark, as short as it can be, on a MariaDB server of its own. How fast anything is is not looked at. */
class BenchTest {
    private static final String CLASS_PATH = "java.class.path";

    /** A service that has just started answers 64 callers slowly, on a busy machine too slowly for its own patience. */
    private static final String PATIENT = "--service-option=-Ddatasources.default.connection-timeout=30000";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final String classPath = System.getProperty(CLASS_PATH);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** The service that is measured is the one that ships, without what the tests put beside it. */
    @BeforeEach
    void leaveTheTestsOut() {
        System.setProperty(
                CLASS_PATH,
                Arrays.stream(classPath.split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    @AfterEach
    void bringThemBack() {
        System.setProperty(CLASS_PATH, classPath);
    }

    @Test
    @SuppressWarnings("unchecked")
    void measuresEveryLineWithoutAWrongAnswer() throws IOException, ParseException {
        var chart = folder.resolve("chart.svg");

        var names = Arrays.stream(Line.values()).map(Line::text).collect(Collectors.joining(","));
        int exitCode =
                run("bench --size 2000 --seconds 0.6 --warm-up 0 --json --lines %s --mariadb %s --data %s --svg %s %s"
                        .formatted(names, MariaDbArchive.programs().home(), folder.resolve("data"), chart, PATIENT));

        assertEquals(0, exitCode, () -> err + "\n" + out);
        var report = JSONObjectUtils.parse(out.toString().strip());
        var lines = (List<Map<String, Object>>) Objects.requireNonNull(report.get("lines"));
        assertEquals(
                Arrays.stream(Line.values()).map(Line::text).toList(),
                lines.stream().map(line -> line.get("name")).toList());
        for (var line : lines) {
            for (var member : List.of("perSecond", "p50Millis", "p99Millis", "cpuSecondsPerThousand", "ratio")) {
                assertTrue(number(line, member) > 0, () -> member + " of " + line);
            }
            assertEquals(0, number(line, "errors"), line::toString);
            assertTrue(number(line, "p50Millis") <= number(line, "p99Millis"), line::toString);
        }
        var environment = (Map<String, Object>) Objects.requireNonNull(report.get("environment"));
        assertEquals(2000, number(environment, "licences"));
        assertEquals(1, number(environment, "flushLogAtTrxCommit"));
        assertEquals("service + database + driver", environment.get("cpuOf"));
        assertTrue(number(environment, "bufferPoolBytes") > number(environment, "dataBytes"));
        assertTrue(Files.readString(chart).contains(">show-redeem<"));
    }

    /** Whatever is put on it, it answers rightly or refuses; how much of what is not looked at. */
    @Test
    void answersRightlyOrRefusesWhateverIsPutOnIt() throws ParseException {
        int exitCode = run("bench --overload --size 1000 --seconds 1.6 --warm-up 1 --json --mariadb %s --data %s %s"
                .formatted(MariaDbArchive.programs().home(), folder.resolve("data"), PATIENT));

        assertEquals(0, exitCode, () -> err + "\n" + out);
        var report = JSONObjectUtils.parse(out.toString().strip());
        assertTrue(number(section(report, "peak"), "perSecondBefore") > 0, report::toString);
        var overload = section(report, "overload");
        assertTrue(number(overload, "rightPerSecond") > 0, report::toString);
        assertEquals(0, number(overload, "otherAnswers"), report::toString);
        assertEquals(0, number(overload, "cut"), report::toString);
        assertTrue(section(report, "recovery").containsKey("seconds"), report::toString);
        var slow = section(report, "slowClients");
        assertTrue(number(slow, "inAll") >= 2_000, report::toString);
        assertEquals(0, number(slow, "errors"), report::toString);
        var drain = section(report, "drain");
        assertTrue(number(drain, "right") > 0, report::toString);
        assertEquals(0, number(drain, "begunAndUnanswered"), report::toString);
        assertEquals(1000, number(section(report, "environment"), "licences"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> report, String name) {
        return (Map<String, Object>) Objects.requireNonNull(report.get(name), name);
    }

    @Test
    void saysWhereThereIsNoServer() {
        assertEquals(1, run("bench --size 2000 --mariadb " + folder));

        assertEquals(
                "Not measured: there is no MariaDB in " + folder + ".",
                err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void saysHowItIsUsed() {
        assertEquals(2, run("bench --size 999"));
        assertEquals(2, run("bench --seconds 0"));
        assertEquals(2, run("bench --lines health,speed"));
        assertEquals(2, run("bench --overload --lines verify"));
        assertEquals("", out.toString());
    }

    private static double number(Map<String, Object> object, String member) {
        return ((Number) Objects.requireNonNull(object.get(member), member)).doubleValue();
    }

    private int run(String arguments) {
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" "));
    }
}
