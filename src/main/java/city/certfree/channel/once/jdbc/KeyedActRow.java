package city.certfree.channel.once.jdbc;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a row; arrays because the columns are binary, and no row is ever compared with another. */
@Introspected
@SuppressWarnings("ArrayRecordComponent")
record KeyedActRow(
        byte[] requestDigest, byte[] claim, Instant claimedAt, @Nullable String sealKeyId, @io.micronaut.core.annotation.Nullable byte @Nullable [] answer) {}
