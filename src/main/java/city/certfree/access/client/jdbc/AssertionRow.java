package city.certfree.access.client.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** An assertion that was used; an array because the column is binary, and no row is ever compared with another. */
@MappedEntity("client_assertion")
@SuppressWarnings("ArrayRecordComponent")
record AssertionRow(@Id byte[] digest, Instant expiresAt) {}
