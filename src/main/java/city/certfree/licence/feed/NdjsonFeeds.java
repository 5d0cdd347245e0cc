package city.certfree.licence.feed;

import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.LicenceFeeds;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Iterator;

/** Reads NDJSON, a JSON object a line, as {@code docs/licence-feed.md} describes it. */
@Singleton
final class NdjsonFeeds implements LicenceFeeds {
    @Override
    public Iterator<FeedRow> read(InputStream ndjson) {
        return new NdjsonRows(ndjson);
    }
}
