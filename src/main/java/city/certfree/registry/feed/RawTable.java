package city.certfree.registry.feed;

import java.util.List;

/**
 * A table as it stands in its file, header and all.
 *
 * @param rows none when the file is empty
 * @param whole whether the rows reach to the end of the file; if not, the problem has been reported
 */
record RawTable(List<RawRow> rows, boolean whole) {
    /** More rows than any city has; a file with more is refused before it is read to its end. */
    static final int MOST_ROWS = 200_000;

    RawTable {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param line where it begins, counted from 1
     */
    record RawRow(long line, List<String> cells) {
        RawRow {
            cells = List.copyOf(cells);
        }
    }
}
