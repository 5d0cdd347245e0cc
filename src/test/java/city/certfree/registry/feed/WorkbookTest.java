package city.certfree.registry.feed;

import static city.certfree.registry.feed.BrokenRegistryTest.problemsOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** A registry in a workbook. What can be wrong with a row is tested in {@link BrokenRegistryTest}. */
class WorkbookTest {
    @Test
    void givesTheSameDocumentAsTheFilesThatItWasMadeFrom() {
        var sample = accepted(RegistrySource.sample()).document();
        var fromWorkbook = accepted(SmallRegistryFiles.workbook(sample.files())).document();
        assertEquals(sample.files(), fromWorkbook.files());
        assertEquals(sample.digest(), fromWorkbook.digest());
    }

    @Test
    void takesNumbersAndTruthValuesAsTheyAreTyped() {
        var source = changed(workbook -> {
            var sheet = workbook.newWorksheet("departments");
            for (int column = 0; column < 3; column++) {
                sheet.value(0, column, List.of("code", "name", "uscc").get(column));
            }
            sheet.value(1, 0, 1105);
            sheet.value(1, 1, "枣庄市公安局");
            sheet.value(1, 2, "11370400XN0011053M");
            sheet.value(3, 0, 1106);
            sheet.value(3, 1, "枣庄市民政局");
            sheet.value(3, 2, "11370400XN0011061G");
        });
        assertEquals(2, accepted(source).catalogue().departments().size());
    }

    @Test
    void namesAMissingSheet() {
        assertEquals(List.of("departments.csv:0  «»"), problemsOf(changed(workbook -> {})));
    }

    @Test
    void refusesASheetThatIsThereTwice() {
        var source = changed(workbook -> {
            workbook.newWorksheet("departments");
            workbook.newWorksheet("departments.csv");
        });
        assertEquals(List.of("departments.csv:0  «»"), problemsOf(source));
    }

    @Test
    void h27_refusesFormulas() {
        var source = changed(workbook -> {
            var sheet = workbook.newWorksheet("departments");
            for (int column = 0; column < 3; column++) {
                sheet.value(0, column, List.of("code", "name", "uscc").get(column));
            }
            sheet.formula(1, 0, "1100+5");
            sheet.value(1, 1, "枣庄市公安局");
            sheet.value(1, 2, "11370400XN0011053M");
        });
        assertTrue(
                problemsOf(source).contains("departments.csv:2  «A2»"),
                problemsOf(source).toString());
    }

    @Test
    void refusesARowOfTooManyColumns() {
        var source = changed(workbook -> workbook.newWorksheet("departments").value(0, 16_000, "x"));
        assertEquals(List.of("departments.csv:1  «»"), problemsOf(source));
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        assertEquals(
                List.of(":0  «»"), problemsOf(RegistrySource.workbook("code,name".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of(":0  «»"), problemsOf(RegistrySource.workbook(new byte[0])));
        assertEquals(List.of(":0  «»"), problemsOf(RegistrySource.workbook(zip("readme.txt", 100))));
    }

    /** 128 MB of zeros in 130 KB. */
    @Test
    void h27_refusesABombBeforeItUnpacksIt() throws IOException {
        var bomb = zip("xl/worksheets/sheet1.xml", 128 << 20);
        assertTrue(bomb.length < 1 << 20);
        assertEquals(List.of(":0  «»"), problemsOf(RegistrySource.workbook(bomb)));
    }

    private static RegistryReading.Accepted accepted(RegistrySource source) {
        return assertInstanceOf(RegistryReading.Accepted.class, RegistryReading.of(source));
    }

    /** The small registry as a workbook, whose departments are written otherwise. */
    private static RegistrySource changed(Consumer<Workbook> departments) {
        var files = new SmallRegistryFiles().withoutFile("departments.csv");
        return SmallRegistryFiles.workbook(files.files(), departments);
    }

    private static byte[] zip(String name, int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            var block = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return bytes.toByteArray();
    }
}
