package city.certfree.licence.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** How far the status lists are given out: the one row with id 1. */
@MappedEntity("status_list_allotment")
record StatusListAllotmentRow(@Id int id, long nextPlace, String keyId) {}
