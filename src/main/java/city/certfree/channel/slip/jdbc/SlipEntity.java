package city.certfree.channel.slip.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The table, for the repository to know its name; nothing but numbers is ever read of it. */
@MappedEntity("slip")
@SuppressWarnings("ArrayRecordComponent")
record SlipEntity(@Id byte[] recordId) {}
