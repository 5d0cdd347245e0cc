package city.certfree.licence.feed;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;

/** Counts the quotation marks of what passes, since the parser closes an open one by itself at the end. */
final class CountedQuotes extends FilterReader {
    private static final char QUOTE = '"';

    private boolean odd;

    CountedQuotes(BufferedReader text) {
        super(text);
    }

    /** Passes over this character if the text begins with it. */
    void passOver(char first) throws IOException {
        in.mark(1);
        if (in.read() != first) {
            in.reset();
        }
    }

    /** Whether the number of quotation marks so far is odd. */
    boolean isOdd() {
        return odd;
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        odd ^= c == QUOTE;
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            odd ^= buffer[i] == QUOTE;
        }
        return read;
    }
}
