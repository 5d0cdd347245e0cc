package city.certfree.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How times stand in columns: DATETIME(6) in UTC. */
public final class Columns {
    private Columns() {}

    public static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /** As {@link #instant}, of a column that may be null. */
    public static @Nullable Instant optional(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
