package city.certfree.access.alarm.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AlarmRows extends GenericRepository<AlarmRow, byte[]> {
    /** 0 when there is one of the same occasion. */
    @Query(
            """
            INSERT IGNORE INTO `alarm` (`id`, `occasion`, `pattern`, `office_code`, `caller`, `at`, `happened`, `use_record`,
              `words_key_id`, `words`)
            VALUES (:id, :occasion, :pattern, :officeCode, :caller, :at, :happened, :useRecord, :wordsKeyId, :words)""")
    int add(
            byte[] id,
            byte[] occasion,
            String pattern,
            String officeCode,
            String caller,
            Instant at,
            int happened,
            String useRecord,
            String wordsKeyId,
            byte[] words);

    @Query(
            """
            SELECT `id`, `pattern`, `office_code`, `caller`, `at`, `happened`, `use_record`, `words_key_id`, `words`, `seen_by`
            FROM `alarm` ORDER BY `at` DESC, `id` DESC LIMIT :limit""")
    List<AlarmRow> latest(int limit);

    Optional<AlarmRow> findById(byte[] id);

    @Query("SELECT COUNT(*) FROM `alarm` WHERE `words_key_id` <> :key")
    long countSealedOtherwise(String key);

    @Query(
            """
            SELECT `id`, `pattern`, `office_code`, `caller`, `at`, `happened`, `use_record`, `words_key_id`, `words`, `seen_by`
            FROM `alarm` WHERE `words_key_id` <> :key LIMIT :limit""")
    List<AlarmRow> sealedOtherwise(String key, int limit);

    @Query("UPDATE `alarm` SET `words_key_id` = :keyId, `words` = :words WHERE `id` = :id")
    int reseal(byte[] id, String keyId, byte[] words);

    @Query("UPDATE `alarm` SET `seen_by` = :by, `seen_at` = :at WHERE `id` = :id AND `seen_by` IS NULL")
    int see(byte[] id, String by, Instant at);
}
