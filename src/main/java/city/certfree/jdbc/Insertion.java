package city.certfree.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A statement that adds rows. It is made for each number of rows up to 32, and for 64: a group of the log is nearly always added by one
 * statement, of those that the server keeps prepared.
 */
public final class Insertion {
    private static final int MOST_ROWS = 64;
    private static final int EACH_UP_TO = 32;

    private final int columns;

    /** By the number of rows; those of sizes that are not used are empty. */
    private final List<String> bySize;

    /**
     * @param table its name
     * @param columns their names, in the order in which values are bound
     */
    public Insertion(String table, List<String> columns) {
        this.columns = columns.size();
        var before = "INSERT INTO `" + table + "` (`" + String.join("`, `", columns) + "`) VALUES ";
        var row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        var sqls = new ArrayList<String>();
        for (int size = 0; size <= MOST_ROWS; size++) {
            sqls.add(
                    size > 0 && sizeFor(size) == size
                            ? before + String.join(", ", Collections.nCopies(size, row))
                            : "");
        }
        bySize = List.copyOf(sqls);
    }

    /** As many of these rows, at least one, as the next statement adds. */
    static int sizeFor(int rows) {
        return rows <= EACH_UP_TO ? rows : Math.min(Integer.highestOneBit(rows), MOST_ROWS);
    }

    int columns() {
        return columns;
    }

    String sql(int rows) {
        return bySize.get(rows);
    }
}
