package city.certfree.channel.show.jdbc;

import city.certfree.jdbc.Columns;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One row, column by column; arrays because the columns are binary, and no row is ever compared with another. */
@MappedEntity("presentation")
@SuppressWarnings("ArrayRecordComponent")
record PresentationRow(
        @Id byte[] showId,
        byte[] jti,
        byte[] codeIndex,
        byte[] citizenIndex,
        String indexKeyId,
        String identifier,
        @Nullable String itemCode,
        @Nullable String fields,
        String sealKeyId,
        byte[] body,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable String usedBy,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] delegationId) {
    /** In the order of the components. */
    static final String COLUMNS =
            "`show_id`, `jti`, `code_index`, `citizen_index`, `index_key_id`, `identifier`, `item_code`,"
                    + " `fields`, `seal_key_id`, `body`, `expires_at`, `used_at`, `used_by`, `delegation_id`";

    /** Reads the row that the result stands at, which has the {@link #COLUMNS}. */
    @SuppressWarnings(
            "NullAway") // it cannot follow the second annotation that Micronaut Data needs on the last component
    static PresentationRow read(ResultSet row) throws SQLException {
        return new PresentationRow(
                row.getBytes(1),
                row.getBytes(2),
                row.getBytes(3),
                row.getBytes(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBytes(10),
                Columns.instant(row.getObject(11, LocalDateTime.class)),
                Columns.optional(row.getObject(12, LocalDateTime.class)),
                row.getString(13),
                row.getBytes(14));
    }
}
