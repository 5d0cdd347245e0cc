package city.certfree.access.shift.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ShiftRows extends GenericRepository<ShiftRow, byte[]> {
    ShiftRow save(ShiftRow row);

    Optional<ShiftRow> findBySessionDigest(byte[] sessionDigest);

    List<ShiftRow> findByAccount(String account);

    @Query("UPDATE `shift` SET `contact_at` = :at WHERE `shift_id` = :shift AND `contact_at` < :at")
    void touch(byte[] shift, Instant at);

    @Query("UPDATE `shift` SET `ended_at` = :at WHERE `session_digest` = :session AND `ended_at` IS NULL")
    void end(byte[] session, Instant at);

    @Query("DELETE FROM `shift` WHERE `contact_at` < :moment")
    void deleteBefore(Instant moment);
}
