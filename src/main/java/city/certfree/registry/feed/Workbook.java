package city.certfree.registry.feed;

import city.certfree.registry.feed.RawTable.RawRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A registry in an XLSX workbook: a sheet for each file, named like it with or without {@code .csv}. Other sheets and rows
 * without any text are passed over.
 */
final class Workbook extends RegistrySource {
    /** What a workbook may unpack to; more is taken for an attack. */
    private static final long MOST_UNPACKED_BYTES = 64 << 20;

    private static final int MOST_PARTS = 200;
    private static final int MOST_COLUMNS = 50;

    private final byte[] content;

    Workbook(byte[] content) {
        this.content = content.clone();
    }

    @Override
    Tables tables(Problems problems) {
        try {
            if (unpacksWithinBounds()) {
                return read(problems);
            }
            problems.add("an XLSX workbook of at most %d bytes".formatted(MOST_BYTES));
        } catch (IOException | RuntimeException e) {
            // The library meets broken workbooks with whatever exception its parser runs into.
            problems.add("an XLSX workbook");
        }
        return Tables.of(file -> Table.unreadable());
    }

    private Tables read(Problems problems) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            var sheets = workbook.getSheets().toList();
            return Tables.of(file -> table(file, sheets, problems));
        }
    }

    /** Unpacks everything once and keeps nothing, seen as the library will see it, before that unpacks it into memory. */
    private boolean unpacksWithinBounds() throws IOException {
        if (content.length > MOST_BYTES) {
            return false;
        }
        long unpacked = 0;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            for (var part : parts.subList(0, Math.min(MOST_PARTS, parts.size()))) {
                try (var stream = zip.getInputStream(part)) {
                    for (int read; (read = stream.read(buffer)) >= 0 && unpacked <= MOST_UNPACKED_BYTES; ) {
                        unpacked += read;
                    }
                }
            }
            return parts.size() <= MOST_PARTS && unpacked <= MOST_UNPACKED_BYTES;
        }
    }

    private static Table table(RegistryFile file, List<Sheet> sheets, Problems problems) {
        var named = sheets.stream()
                .filter(s -> s.getName().equals(file.sheetName()) || s.getName().equals(file.fileName()))
                .toList();
        if (named.size() != 1) {
            problems.add(file, 0, "", "", "one sheet named " + file.sheetName());
            return Table.unreadable();
        }
        try (Stream<Row> rows = named.getFirst().openStream()) {
            return Table.of(file, rows(file, rows.iterator(), problems), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawTable rows(RegistryFile file, Iterator<Row> sheet, Problems problems) {
        var rows = new ArrayList<RawRow>();
        while (sheet.hasNext()) {
            var row = sheet.next();
            if (rows.size() > RawTable.MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
                var limits = "at most %d rows and %d columns".formatted(RawTable.MOST_ROWS, MOST_COLUMNS);
                problems.add(file, row.getRowNum(), "", "", limits);
                return new RawTable(rows, false);
            }
            int width = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
            var cells = cells(file, row, width, problems);
            if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                rows.add(new RawRow(row.getRowNum(), cells));
            }
        }
        return new RawTable(rows, true);
    }

    /** The texts of a row, as many as the header has, or more where the row has more. */
    private static List<String> cells(RegistryFile file, Row row, int width, Problems problems) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i)
                    .map(c -> text(file, row, c, problems))
                    .orElse(""));
        }
        while (cells.size() < width) {
            cells.add("");
        }
        while (cells.size() > width && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private static String text(RegistryFile file, Row row, Cell cell, Problems problems) {
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            problems.add(file, row.getRowNum(), "", cell.getAddress().toString(), "a value, not a formula or an error");
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            default -> cell.getText();
        };
    }
}
