package city.certfree.licence.intake;

import java.io.InputStream;
import java.util.Iterator;

/** Reads deliveries of licences. */
public interface LicenceFeeds {
    /**
     * Reads line by line as the rows are asked for; the caller closes the stream.
     *
     * @throws java.io.UncheckedIOException while reading, if the stream fails
     */
    Iterator<FeedRow> read(InputStream in, FeedFormat format);
}
