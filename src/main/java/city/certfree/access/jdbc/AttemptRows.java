package city.certfree.access.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AttemptRows extends GenericRepository<AttemptRow, byte[]> {
    @Query(
            """
            INSERT INTO `attempt_count` (`kind`, `subject_index`, `window_start`, `attempts`, `last_at`)
            VALUES (:kind, :subject, :windowStart, 1, :at)
            ON DUPLICATE KEY UPDATE `attempts` = `attempts` + 1, `last_at` = :at""")
    void count(String kind, byte[] subject, Instant windowStart, Instant at);

    @Query(
            """
            DELETE FROM `attempt_count`
            WHERE `kind` = :kind AND `subject_index` = :subject AND `window_start` = :windowStart""")
    void delete(String kind, byte[] subject, Instant windowStart);

    @Query("DELETE FROM `attempt_count` WHERE `window_start` < :start")
    void deleteBefore(Instant start);
}
