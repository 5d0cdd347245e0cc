package city.certfree.licence.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.licence.intake.FeedFormat;
import java.io.ByteArrayInputStream;

/** The lines that an issuing department delivers (NDJSON): each is a row or a report, never a failure. */
class LicenceFeedFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        var rows = new StreamedFeeds().read(new ByteArrayInputStream(input), FeedFormat.NDJSON);
        int count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        assertTrue(count <= input.length, "no more rows than there are bytes");
    }
}
