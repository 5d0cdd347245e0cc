package city.certfree.attack;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code docs/threat-model.md} true: every attack with the tests that are named after it, or why it has none. */
class ThreatModelTest {
    private static final Path DOCUMENT = Path.of("docs/threat-model.md");
    private static final Path ATTACKS = Path.of("src/test/resources/attacks.txt");
    private static final String TABLE = "\n| id |";
    private static final Pattern NAMED = Pattern.compile("\\G([a-z])([0-9]{2})_");

    /** What is a test for JUnit or jqwik; inherited ones stand where they are written. */
    private static final List<String> TESTS =
            List.of("Test", "ParameterizedTest", "TestFactory", "Property", "RepeatedTest");

    @Test
    void theDocumentListsEveryAttackWithItsTests() throws IOException {
        var document = Files.readString(DOCUMENT);
        var expected = document.substring(0, document.indexOf(TABLE) + 1) + table();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(expected, Files.readString(DOCUMENT), "mvn test -Dtest=ThreatModelTest -Dupdate.docs=true");
    }

    @Test
    void everyAttackHasATestOrAReason() throws IOException {
        var named = named();
        for (var attack : attacks()) {
            assertTrue(named.containsKey(attack.id()) || !attack.why().isEmpty(), attack.id());
        }
        var ids = attacks().stream().map(Attack::id).collect(toCollection(TreeSet::new));
        assertTrue(ids.containsAll(named.keySet()), () -> "no such attack: " + named.keySet());
    }

    private static String table() throws IOException {
        var named = named();
        return attacks().stream()
                .map(attack -> attack.row(named.getOrDefault(attack.id(), Set.of())))
                .collect(joining("\n", "| id | attack | result | tests |\n| --- | --- | --- | --- |\n", "\n"));
    }

    private static List<Attack> attacks() throws IOException {
        return Files.readAllLines(ATTACKS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Attack::of)
                .toList();
    }

    /** Id to the tests that are named after it. */
    private static Map<String, Set<String>> named() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("city.certfree");
        var named = new TreeMap<String, Set<String>>();
        for (var type : classes) {
            for (var method : type.getMethods()) {
                var name = NAMED.matcher(method.getName());
                while (isTest(method) && name.find()) {
                    var id = name.group(1).toUpperCase(Locale.ROOT) + "-" + name.group(2);
                    named.computeIfAbsent(id, _ -> new TreeSet<>()).add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return named;
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> TESTS.contains(a.getRawType().getSimpleName()));
    }

    /**
     * A line of the list.
     *
     * @param why there is no test, should there be none; empty: there must be one
     */
    private record Attack(String id, String what, String answer, String why) {
        static Attack of(String line) {
            var cells = line.split("\\|", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("four cells are expected: " + line);
            }
            return new Attack(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        String row(Set<String> tests) {
            return tests.isEmpty()
                    ? "| %s | %s | no test: %s | |".formatted(id, what, why)
                    : "| %s | %s | %s | %s |"
                            .formatted(id, what, answer, tests.stream().collect(joining("`<br>`", "`", "`")));
        }
    }
}
