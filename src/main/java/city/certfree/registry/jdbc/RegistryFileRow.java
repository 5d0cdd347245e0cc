package city.certfree.registry.jdbc;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/** One row; the content is an array because its column is binary, and no row is ever compared with another. */
@MappedEntity("registry_file")
@SuppressWarnings("ArrayRecordComponent")
record RegistryFileRow(@EmbeddedId Key key, byte[] content) {
    /** Which file of which version. */
    @Embeddable
    record Key(@MappedProperty("version") long version, @MappedProperty("name") String name) {}
}
