package city.certfree.registry.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a registry is read from: {@code departments.csv} and the four other files, or a workbook with a sheet for each. */
public abstract sealed class RegistrySource permits CsvFiles, Workbook {
    /** The largest file that is read, in bytes: some twenty times the files of a city of four million. */
    static final int MOST_BYTES = 16 << 20;

    private static final String SAMPLE = "/sample/";

    /** What the source says, table by table. What cannot be read is reported, and its table left out. */
    abstract Tables tables(Problems problems);

    /** A folder of CSV files, or a workbook, whichever the path names. */
    public static RegistrySource at(Path path) {
        if (!Files.isDirectory(path)) {
            return workbook(read(path));
        }
        Map<String, byte[]> files = new HashMap<>();
        for (var file : RegistryFile.values()) {
            var csv = path.resolve(file.fileName());
            if (Files.exists(csv)) {
                files.put(file.fileName(), read(csv));
            }
        }
        return csv(files);
    }

    /** CSV files by name, such as {@code offices.csv}. */
    public static RegistrySource csv(Map<String, byte[]> files) {
        return new CsvFiles(files);
    }

    /** An XLSX workbook. */
    public static RegistrySource workbook(byte[] content) {
        return new Workbook(content);
    }

    /** The sample city that the program brings along. */
    public static RegistrySource sample() {
        Map<String, byte[]> files = new HashMap<>();
        for (var file : RegistryFile.values()) {
            try (var resource = RegistrySource.class.getResourceAsStream(SAMPLE + file.fileName())) {
                files.put(
                        file.fileName(),
                        Optional.ofNullable(resource).orElseThrow().readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return csv(files);
    }

    /** Reads a byte more than is allowed, so that too large a file is noticed without reading all of it. */
    private static byte[] read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return file.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
