package city.certfree.access.client.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AssertionRows extends GenericRepository<AssertionRow, byte[]> {
    /** 0 when there is such an assertion. */
    @Query("INSERT IGNORE INTO `client_assertion` (`digest`, `expires_at`) VALUES (:digest, :expiresAt)")
    int add(byte[] digest, Instant expiresAt);

    @Query("DELETE FROM `client_assertion` WHERE `expires_at` <= :now")
    void deleteExpired(Instant now);
}
