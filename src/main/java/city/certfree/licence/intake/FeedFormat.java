package city.certfree.licence.intake;

import java.util.Locale;

/** How licences are delivered. */
public enum FeedFormat {
    /** A JSON object a line. */
    NDJSON,

    /** RFC 4180, a licence a record, columns named by JSON pointers. */
    CSV;

    /** By the ending of a file's name: CSV is {@code .csv}, everything else NDJSON. */
    public static FeedFormat ofFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : NDJSON;
    }
}
