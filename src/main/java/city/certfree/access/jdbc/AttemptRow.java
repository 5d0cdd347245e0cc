package city.certfree.access.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** What was counted in one window. The key is longer; {@code subjectIndex} stands for it. */
@MappedEntity("attempt_count")
record AttemptRow(@Id int attempts, Instant lastAt) {}
