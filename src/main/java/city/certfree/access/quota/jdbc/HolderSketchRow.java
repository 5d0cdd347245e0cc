package city.certfree.access.quota.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The holders of one subject and day. The key is longer. */
@MappedEntity("quota_holders")
@SuppressWarnings("ArrayRecordComponent")
record HolderSketchRow(@Id byte[] sketch) {}
