package city.certfree.channel.once.jdbc;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a row; arrays because the columns are binary, and no row is ever compared with another.
 *
 * @param sealKeyId null while the act still runs
 * @param answer empty while the act still runs
 */
@Introspected
@SuppressWarnings("ArrayRecordComponent")
record KeyedActRow(
        byte[] requestDigest,
        byte[] claim,
        Instant claimedAt,
        @Nullable String sealKeyId,
        @TypeDef(type = DataType.BYTE_ARRAY) byte[] answer) {}
