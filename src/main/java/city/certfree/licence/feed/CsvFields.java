package city.certfree.licence.feed;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a record, and refuses quotation marks that RFC 4180 does not allow, and records without end. */
final class CsvFields extends CsvCallbackHandler<CsvFields.Fields> {
    private long line = 1;
    private long characters;
    private List<String> cells = new ArrayList<>();

    /** Where the last record begins. */
    long line() {
        return line;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return cells.size();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        characters = 0;
        cells = new ArrayList<>();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        // Each cell counts, so that a million empty ones are too many as well.
        characters += length + 1;
        var cell = new String(buffer, offset, length);
        if (characters > CsvRows.MAX_RECORD_CHARACTERS || (!quoted && cell.indexOf('"') >= 0)) {
            throw new CsvParseException("a record without end, or a quotation mark in a bare field");
        }
        cells.add(cell);
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not read");
    }

    @Override
    protected void setEmpty() {
        cells.add("");
    }

    @Override
    protected Fields buildRecord() {
        return new Fields(line, cells);
    }

    /**
     * A record.
     *
     * @param line where it begins, from 1
     */
    record Fields(long line, List<String> cells) {
        Fields {
            cells = List.copyOf(cells);
        }
    }
}
