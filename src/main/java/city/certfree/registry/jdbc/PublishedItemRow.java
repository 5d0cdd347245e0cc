package city.certfree.registry.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** One row: an item and the first version that listed it. */
@MappedEntity("published_item")
record PublishedItemRow(@Id String itemCode, long firstVersion) {}
