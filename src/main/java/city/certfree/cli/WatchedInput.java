package city.certfree.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have been read. */
final class WatchedInput extends FilterInputStream {
    private final LongConsumer watcher;
    private long read;

    WatchedInput(InputStream in, LongConsumer watcher) {
        super(in);
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        tell(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        tell(count);
        return count;
    }

    private void tell(int count) {
        if (count > 0) {
            read += count;
            watcher.accept(read);
        }
    }
}
