package city.certfree.access.quota.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What was counted of one subject in one span. The key is longer. */
@MappedEntity("quota_count")
record QuotaRow(@Id long uses) {}
