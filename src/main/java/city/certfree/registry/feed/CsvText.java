package city.certfree.registry.feed;

import city.certfree.registry.feed.RawTable.RawRow;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it, in UTF-8, with line ends of LF or CRLF. Bytes that are no UTF-8 become U+FFFD here, which
 * the check of the cells then finds with line and column. A byte order mark, as spreadsheets write it, is passed over.
 */
final class CsvText {
    private static final char QUOTE = '"';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    /** Reads up to the first row that is no CSV; that one is reported. */
    static RawTable read(RegistryFile file, byte[] bytes, Problems problems) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var handler = new StrictRows();
        var rows = new ArrayList<RawRow>();
        try (var reader = reader(handler, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            for (var row : reader) {
                if (rows.size() > RawTable.MOST_ROWS) {
                    problems.add(file, row.line(), "", "", "at most %d rows".formatted(RawTable.MOST_ROWS));
                    return new RawTable(rows, false);
                }
                rows.add(row);
            }
        } catch (CsvParseException | IOException e) {
            return brokenOff(file, handler.line, rows, problems);
        }
        boolean quoteLeftOpen = text.chars().filter(c -> c == QUOTE).count() % 2 == 1;
        if (quoteLeftOpen) {
            rows.removeLast();
            return brokenOff(file, handler.line, rows, problems);
        }
        return new RawTable(rows, true);
    }

    private static CsvReader<RawRow> reader(StrictRows handler, String text) {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .build(handler, text);
    }

    private static RawTable brokenOff(RegistryFile file, long line, List<RawRow> rows, Problems problems) {
        problems.add(
                file, line, "", "", "CSV as of RFC 4180: quotation marks around a whole field, doubled inside, closed");
        return new RawTable(rows, false);
    }

    /** Collects the fields of a row, and refuses quotation marks that RFC 4180 does not allow. */
    private static final class StrictRows extends CsvCallbackHandler<RawRow> {
        private long line = 1;
        private List<String> fields = new ArrayList<>();

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields.size();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            fields = new ArrayList<>();
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            var field = new String(buffer, offset, length);
            if (!quoted && field.indexOf(QUOTE) >= 0) {
                throw new CsvParseException("a quotation mark in a field without quotation marks around it");
            }
            fields.add(field);
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not read");
        }

        @Override
        protected void setEmpty() {
            fields.add("");
        }

        @Override
        protected RawRow buildRecord() {
            return new RawRow(line, fields);
        }
    }
}
