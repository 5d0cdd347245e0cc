package city.certfree.access.session.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionRows extends GenericRepository<SessionRow, byte[]> {
    Optional<SessionRow> findByDigest(byte[] digest);

    SessionRow save(SessionRow row);

    @Query("UPDATE `session` SET `last_seen_at` = :at WHERE `digest` = :digest AND `last_seen_at` < :at")
    void touch(byte[] digest, Instant at);

    @Query("UPDATE `session` SET `window_number` = :window WHERE `digest` = :digest")
    void enter(byte[] digest, String window);

    @Query("UPDATE `session` SET `locked_at` = :at WHERE `digest` = :digest AND `locked_at` IS NULL")
    void lock(byte[] digest, Instant at);

    @Query("UPDATE `session` SET `locked_at` = NULL, `last_seen_at` = :at WHERE `digest` = :digest")
    void unlock(byte[] digest, Instant at);

    @Query("DELETE FROM `session` WHERE `digest` = :digest")
    void remove(byte[] digest);

    @Query("SELECT COUNT(*) FROM `session` WHERE `citizen_key_id` <> '' AND `citizen_key_id` <> :key")
    long countSealedOtherwise(String key);

    @Query(
            "SELECT `digest`, `kind`, `account`, `citizen_key_id`, `citizen`, `created_at`, `last_seen_at`, `expires_at`,"
                    + " `window_number`, `locked_at` FROM `session` WHERE `citizen_key_id` <> '' AND `citizen_key_id` <> :key LIMIT :limit")
    List<SessionRow> sealedOtherwise(String key, int limit);

    @Query("UPDATE `session` SET `citizen_key_id` = :keyId, `citizen` = :citizen WHERE `digest` = :digest")
    int reseal(byte[] digest, String keyId, byte[] citizen);

    @Query("DELETE FROM `session` WHERE `expires_at` <= :now")
    void deleteExpired(Instant now);
}
