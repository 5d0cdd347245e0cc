package city.certfree.registry.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file lists, by code. A row with a good code counts as listed even if the rest of it is wrong: its own problem is
 * said once, and not again for every row that refers to it.
 */
final class Listed<C extends Comparable<C>, T> {
    private final Map<C, Optional<T>> entries = new LinkedHashMap<>();
    private final RegistryFile file;
    private final boolean whole;

    Listed(RegistryFile file, Table table) {
        this.file = file;
        this.whole = table.whole();
    }

    String fileName() {
        return file.fileName();
    }

    /** Adds an entry; null stands for one with a problem of its own. */
    void add(Row row, String column, C code, @Nullable T entry) {
        if (entries.putIfAbsent(code, Optional.ofNullable(entry)) != null) {
            row.refuse(column, "a code that no earlier row has");
        }
    }

    /** Whether the code is certainly not listed. */
    boolean lacks(C code) {
        return whole && !entries.containsKey(code);
    }

    /** The entry; empty when it is not listed or has a problem of its own. */
    Optional<T> find(C code) {
        return entries.getOrDefault(code, Optional.empty());
    }

    /** The entries that have no problem of their own. */
    Map<C, T> sound() {
        Map<C, T> sound = new LinkedHashMap<>();
        entries.forEach((code, entry) -> entry.ifPresent(e -> sound.put(code, e)));
        return sound;
    }
}
