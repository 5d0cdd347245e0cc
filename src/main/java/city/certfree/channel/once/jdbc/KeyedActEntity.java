package city.certfree.channel.once.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The table, for the repository to know its name; rows are read as {@link KeyedActRow}. */
@MappedEntity("keyed_act")
record KeyedActEntity(@Id String caller) {}
