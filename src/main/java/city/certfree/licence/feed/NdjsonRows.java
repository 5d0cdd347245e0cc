package city.certfree.licence.feed;

import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.Flaw;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of one stream, read line by line. Empty lines count as lines and say nothing. */
final class NdjsonRows implements Iterator<FeedRow> {
    /** Three images of 100 KB in Base64, and everything else. */
    static final int MAX_LINE_BYTES = 1 << 20;

    private static final int END_OF_STREAM = -1;

    private final InputStream in;
    private long line;
    private boolean ended;
    private Optional<FeedRow> next = Optional.empty();

    NdjsonRows(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !ended) {
            next = readLine();
        }
        return next.isPresent();
    }

    @Override
    public FeedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }

    /** Reads on to the next line feed, keeping no more than a line may have; empty for a line without anything. */
    private Optional<FeedRow> readLine() {
        var bytes = new ByteArrayOutputStream();
        long length = 0;
        line++;
        try {
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b == END_OF_STREAM) {
                    ended = true;
                    break;
                }
                if (length++ < MAX_LINE_BYTES) {
                    bytes.write(b);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (length > MAX_LINE_BYTES) {
            return Optional.of(new FeedRow.Unreadable(line, new Flaw("", "at most 1 MiB in a line")));
        }
        var text = bytes.toByteArray();
        return isBlank(text) ? Optional.empty() : Optional.of(RowParser.parse(line, text));
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
