package city.certfree.access.quota.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HolderSketchRows extends GenericRepository<HolderSketchRow, byte[]> {
    @Query(
            """
            SELECT `sketch` FROM `quota_holders`
            WHERE `subject_index` = :subject AND `span_start` = :start""")
    Optional<HolderSketchRow> find(byte[] subject, Instant start);

    @Query(
            """
            SELECT `sketch` FROM `quota_holders`
            WHERE `subject_index` = :subject AND `span_start` = :start FOR UPDATE""")
    Optional<HolderSketchRow> lock(byte[] subject, Instant start);

    @Query(
            """
            INSERT IGNORE INTO `quota_holders` (`subject_index`, `span_start`, `sketch`)
            VALUES (:subject, :start, :sketch)""")
    void add(byte[] subject, Instant start, byte[] sketch);

    @Query(
            """
            UPDATE `quota_holders` SET `sketch` = :sketch
            WHERE `subject_index` = :subject AND `span_start` = :start""")
    void change(byte[] subject, Instant start, byte[] sketch);

    @Query("DELETE FROM `quota_holders` WHERE `span_start` < :start")
    void deleteBefore(Instant start);
}
