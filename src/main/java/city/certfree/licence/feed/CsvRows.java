package city.certfree.licence.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.Flaw;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The records of one stream after the first, which names the columns. Where CSV breaks off nobody can tell records apart any more: the
 * reading ends with one row that says so. Records without any content say nothing.
 */
final class CsvRows implements Iterator<FeedRow> {
    /** As long as a line of NDJSON may be; in characters, of which none is shorter than a byte. */
    static final int MAX_RECORD_CHARACTERS = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CountedQuotes text;
    private final CsvFields fields = new CsvFields();
    private @Nullable Iterator<CsvFields.Fields> records;
    private @Nullable CsvColumns columns;

    /** Read already, and not yet judged: whether it is the last one, and whole, is known with the next. */
    private Optional<CsvFields.Fields> waiting = Optional.empty();

    private final Queue<FeedRow> ready = new ArrayDeque<>();
    private boolean ended;

    CsvRows(InputStream in) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.text = new CountedQuotes(new BufferedReader(new InputStreamReader(in, decoder)));
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            read();
        }
        return !ready.isEmpty();
    }

    @Override
    public FeedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** Reads one record, and makes ready what that shows to be whole. */
    private void read() {
        try {
            if (records == null) {
                records = begin();
            }
            if (records.hasNext()) {
                var record = records.next();
                judgeWaiting();
                waiting = Optional.of(record);
            } else {
                end();
            }
        } catch (CsvParseException e) {
            breakOff("CSV as of RFC 4180: quotation marks around a whole field, doubled inside, closed;"
                    + " at most 1 MiB in a record");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
            breakOff("UTF-8");
        } catch (CharacterCodingException e) {
            breakOff("UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Iterator<CsvFields.Fields> begin() throws IOException {
        text.passOver(BYTE_ORDER_MARK);
        return CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(MAX_RECORD_CHARACTERS)
                .build(fields, text)
                .iterator();
    }

    /** At the end an odd number of quotation marks means that one is open, and that the last record is what follows it. */
    private void end() {
        if (text.isOdd()) {
            waiting.ifPresent(open -> refuse(open.line(), "a closing quotation mark"));
        } else {
            judgeWaiting();
        }
        ended = true;
    }

    /** What had been read before is judged nevertheless. */
    private void breakOff(String expected) {
        judgeWaiting();
        if (!ended) {
            refuse(fields.line(), expected);
            ended = true;
        }
    }

    private void judgeWaiting() {
        waiting.ifPresent(this::judge);
        waiting = Optional.empty();
    }

    private void judge(CsvFields.Fields record) {
        if (columns != null) {
            columns.row(record).ifPresent(ready::add);
            return;
        }
        switch (CsvColumns.of(record.cells())) {
            case CsvColumns.Header.Known(var known) -> columns = known;
            case CsvColumns.Header.Refused(var expected) -> {
                refuse(record.line(), expected);
                ended = true;
            }
        }
    }

    private void refuse(long line, String expected) {
        ready.add(new FeedRow.Unreadable(line, new Flaw("", expected)));
    }
}
