package city.certfree.registry.feed;

import java.util.HashSet;
import java.util.Set;

/** Values that no two rows may share. */
final class Distinct {
    private final String column;
    private final Set<Object> seen = new HashSet<>();

    Distinct(String column) {
        this.column = column;
    }

    /** Refuses the row if an earlier one has the same value. */
    void check(Row row, Object value) {
        if (!seen.add(value)) {
            row.refuse(column, "a value that no earlier row has");
        }
    }
}
