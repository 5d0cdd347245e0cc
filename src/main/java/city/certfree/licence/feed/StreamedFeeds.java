package city.certfree.licence.feed;

import city.certfree.licence.intake.FeedFormat;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.LicenceFeeds;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Iterator;

/** Reads deliveries as {@code docs/licence-feed.md} describes them, row by row. */
@Singleton
final class StreamedFeeds implements LicenceFeeds {
    @Override
    public Iterator<FeedRow> read(InputStream in, FeedFormat format) {
        return switch (format) {
            case NDJSON -> new NdjsonRows(in);
            case CSV -> new CsvRows(in);
        };
    }
}
