package city.certfree.channel.once.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface KeyedActRows extends GenericRepository<KeyedActEntity, String> {
    @Query(
            """
            INSERT IGNORE INTO `keyed_act` (`caller`, `key_digest`, `request_digest`, `claim`, `claimed_at`)
            VALUES (:caller, :key, :request, :claim, :now)""")
    int insert(String caller, byte[] key, byte[] request, byte[] claim, Instant now);

    @Query(
            """
            SELECT `request_digest`, `claim`, `claimed_at`, `seal_key_id`, COALESCE(`answer`, X'') AS `answer`
            FROM `keyed_act` WHERE `caller` = :caller AND `key_digest` = :key""")
    Optional<KeyedActRow> find(String caller, byte[] key);

    @Query(
            """
            UPDATE `keyed_act` SET `claim` = :claim, `claimed_at` = :now
            WHERE `caller` = :caller AND `key_digest` = :key AND `claim` = :from AND `answer` IS NULL""")
    int takeOver(String caller, byte[] key, byte[] from, byte[] claim, Instant now);

    @Query(
            """
            UPDATE `keyed_act` SET `seal_key_id` = :sealKeyId, `answer` = :answer
            WHERE `caller` = :caller AND `key_digest` = :key AND `claim` = :claim AND `answer` IS NULL""")
    int complete(String caller, byte[] key, byte[] claim, String sealKeyId, byte[] answer);

    @Query(
            """
            DELETE FROM `keyed_act`
            WHERE `caller` = :caller AND `key_digest` = :key AND `claim` = :claim AND `answer` IS NULL""")
    int delete(String caller, byte[] key, byte[] claim);

    @Query("SELECT COUNT(*) FROM `keyed_act` WHERE `seal_key_id` IS NOT NULL AND `seal_key_id` <> :key")
    long countSealedOtherwise(String key);

    @Query(
            """
            SELECT `caller`, `key_digest`, `seal_key_id`, `answer` FROM `keyed_act`
            WHERE `seal_key_id` IS NOT NULL AND `seal_key_id` <> :key LIMIT :limit""")
    List<SealedAnswerRow> sealedOtherwise(String key, int limit);

    @Query(
            """
            UPDATE `keyed_act` SET `seal_key_id` = :keyId, `answer` = :answer
            WHERE `caller` = :caller AND `key_digest` = :digest""")
    int reseal(String caller, byte[] digest, String keyId, byte[] answer);

    @Query("SELECT `claimed_at` FROM `keyed_act` WHERE `caller` = :caller AND `answer` IS NULL ORDER BY `claimed_at`")
    List<Instant> unanswered(String caller);

    @Query("DELETE FROM `keyed_act` WHERE `claimed_at` < :moment")
    int deleteBefore(Instant moment);
}
