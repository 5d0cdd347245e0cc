package city.certfree.demo.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The mark of a demo database: at most the one row with id 1. */
@MappedEntity("demo_mark")
record DemoMarkRow(@Id int id, LocalDate day, Instant begunAt, @Nullable Instant completedAt) {}
