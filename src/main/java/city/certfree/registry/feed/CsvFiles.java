package city.certfree.registry.feed;

import java.util.Map;

/** A registry in five CSV files. */
final class CsvFiles extends RegistrySource {
    private final Map<String, byte[]> files;

    CsvFiles(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
    }

    @Override
    Tables tables(Problems problems) {
        return Tables.of(file -> table(file, problems));
    }

    private Table table(RegistryFile file, Problems problems) {
        var bytes = files.get(file.fileName());
        if (bytes == null) {
            problems.add(file, 0, "", "", "the file " + file.fileName());
            return Table.unreadable();
        }
        if (bytes.length > MOST_BYTES) {
            problems.add(file, 0, "", "", "at most %d bytes".formatted(MOST_BYTES));
            return Table.unreadable();
        }
        return Table.of(file, CsvText.read(file, bytes, problems), problems);
    }
}
