package city.certfree.registry.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All tables of a registry. */
final class Tables {
    private final Map<RegistryFile, Table> tables = new EnumMap<>(RegistryFile.class);

    private Tables() {}

    /** Reads table by table. */
    static Tables of(Function<RegistryFile, Table> reader) {
        var tables = new Tables();
        Arrays.stream(RegistryFile.values()).forEach(file -> tables.tables.put(file, reader.apply(file)));
        return tables;
    }

    /** The table of a file; an unreadable one when it is missing. */
    Table of(RegistryFile file) {
        return tables.getOrDefault(file, Table.unreadable());
    }

    /** The tables in their canonical form: all columns in one order, lines ending in LF, quotation marks where needed. */
    RegistryDocument document() {
        Map<String, String> files = new LinkedHashMap<>();
        for (var file : RegistryFile.values()) {
            files.put(file.fileName(), csv(file, of(file)));
        }
        return new RegistryDocument(files);
    }

    private static String csv(RegistryFile file, Table table) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            var columns = file.columns();
            csv.writeRecord(columns);
            for (var row : table.rows()) {
                csv.writeRecord(columns.stream().map(row::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
