package city.certfree.registry.jdbc;

import city.certfree.registry.RegistryVersion;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/** One row; the digest is an array because its column is binary, and no row is ever compared with another. */
@MappedEntity("registry_version")
@SuppressWarnings("ArrayRecordComponent")
record RegistryVersionRow(
        @Id long number, LocalDate effectiveOn, String publisher, Instant publishedAt, byte[] digest) {
    RegistryVersion toVersion() {
        return new RegistryVersion(number, effectiveOn, publisher, publishedAt);
    }
}
