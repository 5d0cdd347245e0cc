package city.certfree.licence.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** That a licence is held by somebody; the key spans three columns, of which Micronaut Data needs to know one. */
@MappedEntity("licence_holder")
@SuppressWarnings("ArrayRecordComponent")
record LicenceHolderRow(byte[] holderIndex, String typeCode, @Id String identifier, String indexKeyId) {}
