package city.certfree.supervision.complaint.jdbc;

import city.certfree.supervision.complaint.Grievance;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row, column by column; arrays because the columns are binary, and no row is ever compared with another.
 *
 * @param useRecord null unless a use is complained of
 * @param itemCode null unless paper was asked for
 * @param officeCode null unless paper was asked for and it is said where
 */
@MappedEntity("complaint")
@SuppressWarnings("ArrayRecordComponent")
record ComplaintRow(
        @Id String number,
        Grievance.Kind kind,
        Instant receivedAt,
        @Nullable String useRecord,
        @Nullable String itemCode,
        @Nullable String officeCode,
        String indexKeyId,
        byte[] holderIndex,
        String bodyKeyId,
        byte[] body) {}
