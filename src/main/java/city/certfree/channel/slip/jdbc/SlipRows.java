package city.certfree.channel.slip.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SlipRows extends GenericRepository<SlipEntity, byte[]> {
    @Query("SELECT COALESCE(MAX(`number`), 0) FROM `slip` WHERE `record_id` = :recordId")
    int largest(byte[] recordId);

    @Query("SELECT COUNT(*) FROM `slip` WHERE `record_id` = :recordId AND `number` = :number")
    int count(byte[] recordId, int number);

    @Query("SELECT `number` FROM `slip` WHERE `record_id` = :recordId AND `slip_key` = :slipKey")
    Optional<Integer> numbered(byte[] recordId, byte[] slipKey);

    /** 0 when there is one of this number or key. */
    @Query(
            """
            INSERT IGNORE INTO `slip` (`record_id`, `number`, `slip_key`, `at`)
            VALUES (:recordId, :number, :slipKey, :at)""")
    int add(byte[] recordId, int number, byte[] slipKey, Instant at);
}
