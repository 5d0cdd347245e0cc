package city.certfree.registry.feed;

import city.certfree.registry.feed.RawTable.RawRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The rows of a file whose header fits.
 *
 * @param whole whether every row could be read; if not, what others refer to may be missing for no fault of theirs
 */
record Table(List<Row> rows, boolean whole) {
    private static final int LONGEST_CELL = 4_000;

    /** What stands for a file that is missing or cannot be read. */
    static Table unreadable() {
        return new Table(List.of(), false);
    }

    /** Checks the header and the width of the rows, and that the cells are clean text. */
    static Table of(RegistryFile file, RawTable raw, Problems problems) {
        if (raw.rows().isEmpty() && !raw.whole()) {
            return unreadable();
        }
        if (raw.rows().isEmpty()) {
            problems.add(file, 1, "", "", "a header: " + String.join(",", file.columns()));
            return unreadable();
        }
        var header = raw.rows().getFirst();
        if (!headerFits(file, header, problems)) {
            return unreadable();
        }
        var rows = new ArrayList<Row>();
        boolean whole = raw.whole();
        for (var rawRow : raw.rows().subList(1, raw.rows().size())) {
            if (rawRow.cells().size() == header.cells().size()) {
                rows.add(row(file, header, rawRow, problems));
            } else {
                problems.add(
                        file,
                        rawRow.line(),
                        "",
                        String.join(",", rawRow.cells()),
                        "%d columns, not %d"
                                .formatted(header.cells().size(), rawRow.cells().size()));
                whole = false;
            }
        }
        if (rows.isEmpty() && whole) {
            problems.add(file, 1, "", "", "at least one row below the header");
        }
        return new Table(rows, whole);
    }

    private static boolean headerFits(RegistryFile file, RawRow header, Problems problems) {
        boolean fits = true;
        for (var column : file.requiredColumns()) {
            if (!header.cells().contains(column)) {
                problems.add(file, header.line(), column, "", "the column " + column);
                fits = false;
            }
        }
        var seen = new HashSet<String>();
        for (var column : header.cells()) {
            if (!file.columns().contains(column)) {
                problems.add(file, header.line(), column, column, "one of " + String.join(", ", file.columns()));
                fits = false;
            } else if (!seen.add(column)) {
                problems.add(file, header.line(), column, column, "each column once");
                fits = false;
            }
        }
        return fits;
    }

    private static Row row(RegistryFile file, RawRow header, RawRow raw, Problems problems) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < raw.cells().size(); i++) {
            cells.put(header.cells().get(i), raw.cells().get(i));
        }
        var row = new Row(file, raw.line(), cells, problems);
        for (var column : header.cells()) {
            checkText(row, column);
        }
        return row;
    }

    private static void checkText(Row row, String column) {
        var text = row.cell(column);
        if (text.indexOf('\uFFFD') >= 0) {
            row.refuseAsText(column, "text in UTF-8");
        } else if (text.codePoints().anyMatch(Table::isNoText)) {
            row.refuseAsText(column, "text without line ends, control characters and half characters");
        } else if (!text.equals(text.strip())) {
            row.refuseAsText(column, "no space before or after the text");
        } else if (text.length() > LONGEST_CELL) {
            row.refuseAsText(column, "at most %d characters".formatted(LONGEST_CELL));
        }
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
