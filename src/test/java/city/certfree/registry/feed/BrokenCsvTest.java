package city.certfree.registry.feed;

import static city.certfree.registry.feed.BrokenRegistryTest.problemsOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a file can be no CSV of ours. */
class BrokenCsvTest {
    private static final String DEPARTMENTS = "departments.csv";
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void namesAMissingFileAndNothingThatRefersToIt() {
        var files = new SmallRegistryFiles().withoutFile(DEPARTMENTS);
        assertEquals(List.of("departments.csv:0  «»"), problemsOf(files.csv()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1102,枣庄市教育局", "1102,枣庄市教育局,11370400XN00110295,,", ""})
    void refusesARowOfAnotherWidth(String line) {
        var files = new SmallRegistryFiles().plus(DEPARTMENTS, line);
        assertEquals(List.of("departments.csv:4  «%s»".formatted(line)), problemsOf(files.csv()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1102,\"枣庄市教育局,11370400XN00110295,",
                "1102,枣庄\"市教育局,11370400XN00110295,",
                "1102,\"枣庄市\"教育局,11370400XN00110295,"
            })
    void refusesQuotationMarksThatRfc4180DoesNotAllow(String line) {
        var files = new SmallRegistryFiles().plus(DEPARTMENTS, line);
        assertEquals(List.of("departments.csv:4  «»"), problemsOf(files.csv()));
    }

    @Test
    void refusesALineEndWithinACell() {
        var files = new SmallRegistryFiles().plus(DEPARTMENTS, "1102,\"枣庄市\n教育局\",11370400XN00110295,");
        assertEquals(List.of("departments.csv:4 name «枣庄市\n教育局»"), problemsOf(files.csv()));
    }

    @Test
    void refusesSpaceAroundAText() {
        var files = new SmallRegistryFiles().plus(DEPARTMENTS, "1102, 枣庄市教育局,11370400XN00110295,");
        assertEquals(List.of("departments.csv:4 name « 枣庄市教育局»"), problemsOf(files.csv()));
    }

    @Test
    void namesEveryLineThatIsNotInUtf8() {
        var source = source(Map.of(
                DEPARTMENTS, "code,name,uscc\n1105,公安,11370400XN0011053M\n1106,民政,11370400XN0011061G\n".getBytes(GBK)));
        assertEquals(
                List.of("departments.csv:2 name", "departments.csv:3 name"),
                problemsOf(source).stream()
                        .map(p -> p.substring(0, p.indexOf(" «")))
                        .toList());
    }

    @Test
    void h27_refusesAFileBeyondTheLimit() {
        var large = new byte[RegistrySource.MOST_BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        assertEquals(List.of("departments.csv:0  «»"), problemsOf(source(Map.of(DEPARTMENTS, large))));
    }

    @Test
    void refusesACellBeyondTheLimit() {
        var files = new SmallRegistryFiles().plus(DEPARTMENTS, "1102," + "局".repeat(70_000) + ",11370400XN00110295,");
        assertEquals(List.of("departments.csv:4 name «%s»".formatted("局".repeat(80))), problemsOf(files.csv()));
    }

    @Test
    void takesLineEndsAndTheByteOrderMarkOfSpreadsheets() {
        Map<String, byte[]> files = new HashMap<>();
        new SmallRegistryFiles()
                .files()
                .forEach((name, text) ->
                        files.put(name, ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8)));
        assertInstanceOf(RegistryReading.Accepted.class, RegistryReading.of(RegistrySource.csv(files)));
    }

    @Test
    void takesColumnsInAnyOrderAndOptionalOnesMissing() {
        var files = new SmallRegistryFiles()
                .file(DEPARTMENTS, "uscc,code,name\n11370400XN0011053M,1105,枣庄市公安局\n11370400XN0011061G,1106,枣庄市民政局\n");
        assertInstanceOf(RegistryReading.Accepted.class, RegistryReading.of(files.csv()));
    }

    private static RegistrySource source(Map<String, byte[]> changed) {
        Map<String, byte[]> files = new HashMap<>();
        new SmallRegistryFiles()
                .files()
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        files.putAll(changed);
        return RegistrySource.csv(files);
    }
}
