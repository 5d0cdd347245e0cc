package city.certfree.access.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AttemptRows extends GenericRepository<AttemptRow, byte[]> {
    @Query(
            """
            INSERT INTO `attempt_count` (`kind`, `subject_index`, `window_start`, `attempts`, `last_at`)
            VALUES (:kind, :subject, :windowStart, 1, :at)
            ON DUPLICATE KEY UPDATE `attempts` = `attempts` + 1, `last_at` = :at""")
    void count(String kind, byte[] subject, Instant windowStart, Instant at);

    /** Whoever has tried at least so often in a window. */
    @Query(
            """
            SELECT `subject_index` FROM `attempt_count`
            WHERE `window_start` = :windowStart AND `kind` = :kind AND `attempts` >= :least""")
    List<byte[]> subjectsAt(String kind, Instant windowStart, int least);

    @Query(
            """
            DELETE FROM `attempt_count`
            WHERE `kind` = :kind AND `subject_index` = :subject AND `window_start` = :windowStart""")
    void delete(String kind, byte[] subject, Instant windowStart);

    @Query("DELETE FROM `attempt_count` WHERE `window_start` < :start")
    void deleteBefore(Instant start);
}
