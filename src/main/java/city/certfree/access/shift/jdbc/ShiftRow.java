package city.certfree.access.shift.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row, column by column; arrays because the columns are binary, and no row is ever compared with another. */
@MappedEntity("shift")
@SuppressWarnings("ArrayRecordComponent")
record ShiftRow(
        @Id byte[] shiftId,
        byte[] sessionDigest,
        String account,
        Instant beganAt,
        Instant contactAt,
        @Nullable Instant endedAt) {}
