package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.drill.ledger.Effect;
import city.certfree.fixture.MariaDbArchive;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
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

/** A whole drill by the command, as short as it can be. */
class DrillTest {
    private static final String CLASS_PATH = "java.class.path";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final String classPath = System.getProperty(CLASS_PATH);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** The service that is drilled is the one that ships, without what the tests put beside it. */
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
    void saysOfEveryEffectThatNothingIsLostAndNothingDoubled() throws ParseException {
        int exitCode = run(
                "drill lossy-client --rounds 1 --loss 0.1 --size 1000 --clients 4 --skip-waiting --json --mariadb %s"
                        .formatted(MariaDbArchive.programs().home()));

        assertEquals(0, exitCode, () -> err + "\n" + out);
        var findings = JSONObjectUtils.parse(out.toString().strip());
        assertEquals(true, findings.get("agree"));
        assertEquals("F-18", findings.get("fault"));
        var effects = (List<Map<String, Object>>) Objects.requireNonNull(findings.get("effects"));
        assertEquals(
                Arrays.stream(Effect.values()).map(Effect::text).toList(),
                effects.stream().map(effect -> effect.get("name")).toList());
        for (var effect : effects) {
            assertTrue(number(effect, "acknowledged") > 0, effect::toString);
            assertEquals(number(effect, "sent"), number(effect, "acknowledged"), effect::toString);
            assertEquals(0, number(effect, "lost") + number(effect, "doubled") + number(effect, "open"));
        }
        assertTrue(((List<?>) Objects.requireNonNull(findings.get("flaws"))).isEmpty(), out::toString);
    }

    @Test
    void saysWhereThereIsNoServer() {
        assertEquals(1, run("drill service-kill --mariadb " + folder));

        assertEquals(
                "Not drilled: there is no MariaDB in " + folder + ".",
                err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void killsNoDatabaseThatSomebodyNamed() {
        assertEquals(1, run("drill database-kill --url jdbc:mysql://127.0.0.1:1/certfree"));

        assertTrue(err.toString().contains("needs a server of its own"), err::toString);
    }

    @Test
    void saysHowItIsUsed() {
        assertEquals(2, run("drill"));
        assertEquals(2, run("drill earthquake"));
        assertEquals(2, run("drill service-kill --rounds 0"));
        assertEquals(2, run("drill service-kill --clients 65"));
        assertEquals(2, run("drill partition --seconds 0"));
        assertEquals(2, run("drill lossy-client --loss 1"));
        assertEquals("", out.toString());
    }

    private static long number(Map<String, Object> object, String member) {
        return ((Number) Objects.requireNonNull(object.get(member), member)).longValue();
    }

    private int run(String arguments) {
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" "));
    }
}
