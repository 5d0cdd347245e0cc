package city.certfree.access.quota.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface QuotaRows extends GenericRepository<QuotaRow, byte[]> {
    @Query(
            """
            SELECT `uses` FROM `quota_count`
            WHERE `subject_index` = :subject AND `span` = :span AND `span_start` = :start""")
    Optional<Long> uses(byte[] subject, String span, Instant start);

    @Query(
            """
            INSERT INTO `quota_count` (`subject_index`, `span`, `span_start`, `uses`)
            VALUES (:subject, :span, :start, :uses)
            ON DUPLICATE KEY UPDATE `uses` = `uses` + :uses""")
    void add(byte[] subject, String span, Instant start, long uses);

    @Query("DELETE FROM `quota_count` WHERE `span_start` < :start")
    void deleteBefore(Instant start);
}
