package city.certfree.channel.show.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
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
        @io.micronaut.core.annotation.Nullable byte @Nullable [] delegationId) {}
