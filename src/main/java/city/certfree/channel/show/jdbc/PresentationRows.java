package city.certfree.channel.show.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PresentationRows extends GenericRepository<PresentationRow, byte[]> {
    PresentationRow save(PresentationRow row);

    Optional<PresentationRow> findByShowId(byte[] showId);

    @Query(
            """
            UPDATE `presentation` SET `used_at` = :at, `used_by` = :office
            WHERE `show_id` = :showId AND `used_at` IS NULL""")
    int acceptedOffline(byte[] showId, String office, Instant at);

    @Query("SELECT COUNT(*) FROM `presentation` WHERE `seal_key_id` <> :key")
    long countSealedOtherwise(String key);

    @Query(
            """
            SELECT `show_id`, `jti`, `code_index`, `citizen_index`, `index_key_id`, `identifier`, `item_code`, `fields`,
            `seal_key_id`, `body`, `expires_at`, `used_at`, `used_by`, `delegation_id`
            FROM `presentation` WHERE `seal_key_id` <> :key LIMIT :limit""")
    List<PresentationRow> sealedOtherwise(String key, int limit);

    @Query("UPDATE `presentation` SET `seal_key_id` = :keyId, `body` = :body WHERE `show_id` = :showId")
    int reseal(byte[] showId, String keyId, byte[] body);

    @Query("DELETE FROM `presentation` WHERE `expires_at` < :moment")
    int deleteEndedBefore(Instant moment);
}
