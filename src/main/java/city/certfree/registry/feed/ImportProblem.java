package city.certfree.registry.feed;

/**
 * One thing that is wrong with an import, said so that whoever keeps the file finds and mends it.
 *
 * @param file the file, or for a workbook the file that the sheet stands for, such as {@code offices.csv}
 * @param line the line on which the row begins, counted from 1, or the row of the sheet; 0: the file as a whole
 * @param column the column's name; empty: the row as a whole
 * @param value what stands there, at most 80 characters of it; the registry is public, so it may be shown
 * @param expected what should stand there
 */
public record ImportProblem(String file, long line, String column, String value, String expected) {
    private static final int LONGEST_VALUE = 80;

    public ImportProblem {
        int shown = value.offsetByCodePoints(0, Math.min(LONGEST_VALUE, value.codePointCount(0, value.length())));
        value = value.substring(0, shown);
    }
}
