package city.certfree.registry.feed;

import city.certfree.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One state of the registry as text: five CSV files in one canonical form, whatever form they were imported in. The same
 * content has the same digest.
 */
public final class RegistryDocument {
    private final SequencedMap<String, String> files;

    public RegistryDocument(Map<String, String> files) {
        this.files = Collections.unmodifiableSequencedMap(new TreeMap<>(files));
    }

    /** The files by name, such as {@code offices.csv}, in the order of names. */
    public SequencedMap<String, String> files() {
        return files;
    }

    /** A digest over the names and contents of all files. */
    public Sha256 digest() {
        var parts = files.entrySet().stream()
                .map(file -> file.getKey() + "\n" + file.getValue())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return Sha256.of(parts);
    }

    /** The document as something to import. */
    public RegistrySource asSource() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return RegistrySource.csv(bytes);
    }
}
