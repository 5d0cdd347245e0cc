package city.certfree.demo.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DemoMarkRows extends GenericRepository<DemoMarkRow, Integer> {
    Optional<DemoMarkRow> findById(Integer id);

    DemoMarkRow save(DemoMarkRow row);

    @Query("UPDATE `demo_mark` SET `completed_at` = :at WHERE `id` = 1")
    void complete(Instant at);
}
