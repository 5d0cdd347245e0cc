package city.certfree.access.delegation.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row, column by column; arrays because the columns are binary, and no row is ever compared with another. */
@MappedEntity("delegation")
@SuppressWarnings("ArrayRecordComponent")
record DelegationRow(
        @Id byte[] delegationId,
        byte[] principalIndex,
        byte[] agentIndex,
        String indexKeyId,
        String identifier,
        String itemCode,
        Instant givenAt,
        Instant validUntil,
        @Nullable Instant revokedAt,
        String sealKeyId,
        byte[] body) {}
